/** A site and whether it may be told who is back. `site` is an origin. */
export interface SignInSite {
  readonly site: string
  readonly allowed: boolean
}

/** A site that sells no single articles, and on how many days the reader would have paid for one. */
export interface WishedSite {
  /** Registrable domain. */
  readonly site: string
  readonly days: number
}
