/** As much of it as is used here; it comes without types. */
declare module '@11ty/eleventy' {
  export default class Eleventy {
    constructor(input: string, output: string, options: { configPath: string; quietMode: boolean; source: 'script' })
    /** Builds the site. */
    write(): Promise<unknown>
  }
}
