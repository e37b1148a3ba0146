/**
 * Golden vector of vault format 1: written by the last version that wrote it, with the least Argon2 cost.
 * Nothing may ever change here: somebody's wallet looks like this.
 */
export const format1 = {
  record: {
    format: 1,
    id: 'EdUgnBpvjkLEGPlsxwHNHQ==',
    slots: [
      {
        id: 'fjvk7vUAcnlBiEToTJUcMg==',
        kind: 'password',
        createdAt: 1767312000000,
        kdf: { algorithm: 'argon2id', memoryKiB: 19456, iterations: 1, parallelism: 1, salt: 'eJ6jkysdDYybL/ksDTNmdg==' },
        wrapped: 'Laj9pf9eVBD61E4qZ5ndN4fjFc3A1Xd/zph3oLiFVLoeo+hyTyhjNnBiYYOI9EX3xoS8I+EDty0BSLjhFxpkby4zcwgry4EFnUmVT/PDYVJt+hd0i8V5b8KAeB55P4QNpbShB5kWfb4=',
      },
    ],
    seed: 'haSbwHYNyHK1rhUbETMgyGjapD2pAWk5quNhvrhlKvnei9Q38qiw3DCF49sZ7m/tGR6bfGF9xpM=',
    purse: {
      address: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
      key: 'WAcFHgzi8wyqW5nO3/lWTXCVEuOqs2DjKOwpUJ+eCu0iBWBUpWUWdwhEWLvx9srdWbrEMz1RrDOG7F31OQdDw86LDESjbqux',
    },
  },
  password: 'correct horse, wrong stable',
  /** What Keyring.toSession gave. */
  session: '1YZoflVNg5pzOFbCHUuniUg4Mm3CDwYrf61H3Oyq42I=',
  address: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
  words: 'test test test test test test test test test test test junk',
} as const
