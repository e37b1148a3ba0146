import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import tseslint from 'typescript-eslint'
import { wordsWhenSaid } from './scripts/words-when-said.mjs'

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

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'demo/out/**', '.cache/**', 'test-results/**'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js', 'scripts/*.mjs', 'public/*.js', 'demo/sites/*/*.js'] } } },
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
    plugins: { boundaries, farthing: { rules: { 'words-when-said': wordsWhenSaid } } },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
      'boundaries/elements': [
        { type: 'core-detect', pattern: 'src/core/protocols/*/detect.ts', mode: 'full' },
        { type: 'core-money', pattern: 'src/core/money/**', mode: 'full' },
        { type: 'core', pattern: 'src/core/**', mode: 'full' },
        { type: 'messaging-client', pattern: 'src/messaging/client.ts', mode: 'full' },
        { type: 'messaging', pattern: 'src/messaging/**', mode: 'full' },
        { type: 'vault', pattern: 'src/vault/**', mode: 'full' },
        { type: 'store', pattern: 'src/store/**', mode: 'full' },
        { type: 'platform', pattern: 'src/platform/**', mode: 'full' },
        { type: 'background', pattern: 'src/background/**', mode: 'full' },
        { type: 'content', pattern: 'src/content/**', mode: 'full' },
        { type: 'ui', pattern: 'src/ui/**', mode: 'full' },
        { type: 'verifier', pattern: 'src/verifier/**', mode: 'full' },
        { type: 'creator', pattern: 'src/creator/**', mode: 'full' },
        { type: 'languages', pattern: 'src/languages/**', mode: 'full' },
      ],
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          rules: [
            { from: ['core', 'core-detect', 'core-money'], allow: ['core', 'core-detect', 'core-money'] },
            { from: ['vault'], allow: ['vault', 'core', 'core-money'] },
            { from: ['store'], allow: ['store', 'vault', 'core', 'core-money'] },
            { from: ['messaging', 'messaging-client'], allow: ['messaging', 'messaging-client', 'core', 'core-money', 'platform'] },
            { from: ['platform'], allow: ['platform', 'core', 'core-money'] },
            {
              from: ['background'],
              allow: ['background', 'core', 'core-detect', 'core-money', 'vault', 'store', 'messaging', 'messaging-client', 'platform', 'languages'],
            },
            { from: ['content'], allow: ['content', 'core-detect', 'core-money', 'messaging-client'] },
            { from: ['ui'], allow: ['ui', 'core', 'core-money', 'messaging', 'messaging-client', 'platform', 'languages'] },
            // Of the other rooms it knows the types of their words, and nothing else.
            { from: ['languages'], allow: ['languages', 'core', 'platform', 'messaging-client', 'ui', 'verifier'] },
            { from: ['verifier'], allow: ['verifier', 'core', 'core-money', 'vault'] },
            { from: ['creator'], allow: ['creator', 'core', 'core-money', 'core-detect'] },
          ],
        },
      ],
      'farthing/words-when-said': 'error',
      'no-restricted-imports': restrict([secretKeys, polyfill]),
      'no-restricted-syntax': ['error', senderLaw],
    },
  },
  { files: ['**/*.test.ts', '**/*.test.tsx', 'src/**/words.ts', 'src/**/*-words.ts', 'src/**/words/*.ts', 'src/creator/**'], rules: { 'farthing/words-when-said': 'off' } },
  // French has spaces at which no line breaks.
  { files: ['src/languages/**'], rules: { 'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }] } },
  { files: ['src/vault/**'], rules: { 'no-restricted-imports': restrict([polyfill]) } },
  { files: ['src/platform/**'], rules: { 'no-restricted-imports': restrict([secretKeys]) } },
  { files: ['src/messaging/sender.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'demo/**', 'bench/**', 'risk/**', 'scripts/**', '*.config.{ts,js}'],
    rules: { 'no-console': 'off', 'no-restricted-imports': 'off', 'boundaries/element-types': 'off', 'max-lines-per-function': 'off' },
  },
  // Playwright reads a fixture's needs from its parameter; one that needs none has an empty pattern.
  { files: ['e2e/**'], rules: { 'no-empty-pattern': 'off' } },
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
