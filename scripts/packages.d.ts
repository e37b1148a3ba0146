// The types of tldts lie elsewhere than what they are of.
declare module 'tldts/dist/cjs/src/data/trie' {
  export * from 'tldts/dist/types/src/data/trie'
}
