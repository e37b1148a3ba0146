import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import tseslint from 'typescript-eslint'

/** Packages that hand out or use secret keys. Only the vault may import them. */
const secretKeyPackages = ['@noble/curves', '@noble/ciphers', '@scure/bip32', '@scure/bip39', 'hash-wasm']

const restrict = (patterns) => ['error', { patterns }]
const secretKeys = {
  group: secretKeyPackages.flatMap((name) => [name, `${name}/*`]),
  message: 'Only src/vault may touch secret-key functions.',
}
const polyfill = {
  group: ['webextension-polyfill'],
  allowTypeImports: false,
  message: 'Only src/platform may import the browser polyfill.',
}
const senderLaw = {
  selector: 'MemberExpression[object.name=/[sS]ender$/][property.name=/^(url|origin|tab|frameId|id|documentId)$/]',
  message: 'Only src/messaging/sender.ts may read who sent a message.',
}

/** A room may use itself and `others`. */
const mayUse = (room, others) => ({
  from: { element: { type: room } },
  allow: { to: { element: { type: [...room, ...others] } } },
})

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'demo/out/**', '.cache/**', 'test-results/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js', 'scripts/*.mjs'] } } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
      'boundaries/elements': [
        { type: 'core-detect', pattern: 'src/core/protocols/*/detect.ts', partialMatch: false },
        { type: 'core-money', pattern: 'src/core/money/**', partialMatch: false },
        { type: 'core', pattern: 'src/core/**', partialMatch: false },
        { type: 'messaging-client', pattern: 'src/messaging/client.ts', partialMatch: false },
        { type: 'messaging', pattern: 'src/messaging/**', partialMatch: false },
        { type: 'vault', pattern: 'src/vault/**', partialMatch: false },
        { type: 'store', pattern: 'src/store/**', partialMatch: false },
        { type: 'platform', pattern: 'src/platform/**', partialMatch: false },
        { type: 'background', pattern: 'src/background/**', partialMatch: false },
        { type: 'content', pattern: 'src/content/**', partialMatch: false },
        { type: 'ui', pattern: 'src/ui/**', partialMatch: false },
        { type: 'creator', pattern: 'src/creator/**', partialMatch: false },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            mayUse(['core', 'core-detect', 'core-money'], []),
            mayUse(['vault'], ['core', 'core-money']),
            mayUse(['store'], ['vault', 'core', 'core-money']),
            mayUse(['messaging', 'messaging-client'], ['core', 'core-money', 'platform']),
            mayUse(['platform'], ['core', 'core-money']),
            mayUse(['background'], ['core', 'core-detect', 'core-money', 'vault', 'store', 'messaging', 'messaging-client', 'platform']),
            mayUse(['content'], ['core-detect', 'core-money', 'messaging-client']),
            mayUse(['ui'], ['core', 'core-money', 'messaging', 'messaging-client', 'platform']),
            mayUse(['creator'], ['core', 'core-money', 'core-detect']),
          ],
        },
      ],
      'no-restricted-imports': restrict([secretKeys, polyfill]),
      'no-restricted-syntax': ['error', senderLaw],
    },
  },
  { files: ['src/vault/**'], rules: { 'no-restricted-imports': restrict([polyfill]) } },
  { files: ['src/platform/**'], rules: { 'no-restricted-imports': restrict([secretKeys]) } },
  { files: ['src/messaging/sender.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'demo/**', 'bench/**', 'scripts/**', '*.config.{ts,js}'],
    rules: { 'no-console': 'off', 'no-restricted-imports': 'off', 'boundaries/dependencies': 'off', 'max-lines-per-function': 'off' },
  },
  // Playwright reads a fixture's needs from its parameter; one that needs none has an empty pattern.
  { files: ['e2e/support/**'], rules: { 'no-empty-pattern': 'off' } },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'fetch', 'crypto', 'localStorage', 'indexedDB', 'chrome', 'browser', 'setTimeout', 'performance'].map(
          (name) => ({ name, message: 'core is pure: pass it in.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'core is pure: pass the time in.' },
        { object: 'Math', property: 'random', message: 'core is pure: pass randomness in.' },
      ],
    },
  },
)
