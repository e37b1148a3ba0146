/**
 * Golden vector of vault format 2, with one slot of each kind and the least Argon2 cost.
 * Nothing may ever change here: somebody's wallet looks like this.
 */
export const format2 = {
  record: {
    format: 2,
    id: 'uLXMcxzE3zUTqQze+QWfZQ==',
    slots: [
      {
        id: 'J38WqmnOkGWYKzThPBlZgQ==',
        createdAt: 1767312000000,
        kind: 'password',
        kdf: { algorithm: 'argon2id', memoryKiB: 19456, iterations: 1, parallelism: 1, salt: 'AkeVV0ukiyDh3TnvkZY3yQ==' },
        wrapped: 'M2iXHKRJy+cFNYF86Ryq0RWgvDzkQgta/zKtge65R68kVmwgwGEE0L8XvKPIkUCiFssZN4vx1xcJzykkeQOxaFrum3ARYn2j6IBjX+h3HvRXuVI90oBIV2RoXOsR11SDfkRQmPtLhK4=',
      },
      {
        id: '/kQ85xZfTnl99uNqhn6K1w==',
        createdAt: 1767312001000,
        kind: 'passkey',
        passkey: { credential: 'AQgPFh0kKzI5QEdOVVxjanF4f4Y=', salt: 'AgkQFx4lLDM6QUhPVl1ka3J5gIeOlZyjqrG4v8bN1Ns=', rpId: null },
        mix: 'sSff1Ck3OnfCI5+SfXgrh+bQBXl/Fkj424CjOBLrsOo=',
        wrapped: 'e12rJTLD3Vqwf6K0WK0AEYCBeDCfwncwmd0W02x2SuVyb69HSb21Hte6tZ2CFIQfeAferOhQqmoUd1ojfw7xLMAGjRHCmmRsdenqMsK4Gpkf0U/8A+UKZDC1QoCjurBIsjT+fpKVLk8=',
      },
      {
        id: 'i09zzIWXE3qyZmXFO4XZVg==',
        createdAt: 1767312002000,
        kind: 'password+passkey',
        kdf: { algorithm: 'argon2id', memoryKiB: 19456, iterations: 1, parallelism: 1, salt: 'zrwruMUsbslnD/5mtK9N8A==' },
        passkey: {
          credential: 'BAsSGSAnLjU8Q0pRWF9mbXR7gomQl56lrLO6wcjP1t3k6/L5AAcOFRwjKjE4P0ZNVFtiaXB3foWMk5qhqK+2vQ==',
          salt: 'BQwTGiEoLzY9REtSWWBnbnV8g4qRmJ+mrbS7wsnQ194=',
          rpId: 'farthing.example',
        },
        mix: 'kIMTl7bbi0WzEuynAXHKAdG1YWHlNqlcveL4S/2Tmsk=',
        wrapped: 'CQ2ubySRom5Vs22Nz3yqlqUw1c6XEYzhfZV49A2OwXQJg0FCeKMQ/Ah1stO1wEp/3gYuZUuo8qW/68+/NcpfJ3UKwrEP527K3yi8MREiLVSS+irBrdus9qYHFPJLcchVPBk3KKI79pA=',
      },
      {
        id: 'qhBjenOUMxbo67mCv18C2g==',
        createdAt: 1767312003000,
        kind: 'recovery',
        mix: 'vNFOJQQneaCbFEXGgghNUerRIhspwty1oViJa/keY9Q=',
        wrapped: 'J2xYJOPK7nVK1qIUMRztplseo+wW5biEHN+dzvpcKvGC8HN6gBm2N5vF10gv6VJKQUSZTUgcOUN1qa+Fh1R5kwrLbkiUrNjnDK0nAbvFLUpSxTnztwF56MHAOxE6IPWCfuX03sGGn8I=',
      },
    ],
    seed: 'NUK2JNimCsrv0lSLD9tvPXqdTq/DtkgnX/1fHEdlRGQu3Rxe2ooZUtaOkQpxdllE3dshKrTQA9g=',
    purse: { key: 'C/vVKtWsCHkrgF5/eD6HpFa/2XlHuukmX5rIZBH+Qxr1E2zwL1vmSQ+4/3dnCW+2fZQeZ5Jvs8zNf4VZibWd7US41IScKhDp' },
  },
  factors: {
    password: { kind: 'password', password: 'correct horse, wrong stable' },
    passkey: { kind: 'passkey', slot: '/kQ85xZfTnl99uNqhn6K1w==', prf: 'AwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5wMfO1dw=' },
    'password+passkey': {
      kind: 'password+passkey',
      slot: 'i09zzIWXE3qyZmXFO4XZVg==',
      password: 'two halves of one key',
      prf: 'Bg0UGyIpMDc+RUxTWmFob3Z9hIuSmaCnrrW8w8rR2N8=',
    },
    recovery: { kind: 'recovery', code: '9EAN-460E-W1JP-2A4J-3PQH-4V8X-VVGK' },
  },
  /** What Keyring.toSession gave. */
  session: 'xPOnCXDfZwtqjdbOdcCXkDM3PC6kL3SNBQVUZTtOjR8=',
  address: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
  words: 'test test test test test test test test test test test junk',
} as const
