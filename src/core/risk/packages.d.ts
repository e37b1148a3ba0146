declare module 'eth-phishing-detect/src/config.json' {
  const config: { readonly blacklist: readonly string[]; readonly whitelist: readonly string[] }
  export default config
}

declare module 'top-sites' {
  const sites: readonly { readonly rank: string; readonly rootDomain: string }[]
  export default sites
}

// By its file: Node takes "punycode" for its own, and knows no "punycode/".
declare module 'punycode/punycode.js' {
  const punycode: { readonly toUnicode: (name: string) => string }
  export default punycode
}
