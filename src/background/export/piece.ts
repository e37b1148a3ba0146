/** Some of a file, and how many payments were looked at for it so far. */
export interface Piece {
  readonly text: string
  /** What comes behind the text, deflated (RFC 1951), in base64: what was kept ready is handed on as it lies there. Null where nothing does. */
  readonly packed: string | null
  readonly done: number
}
