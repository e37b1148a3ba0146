/** What came of a file that was taken in. */
export interface ImportView {
  /** Payments that were not here. */
  readonly added: number
  /** Payments that were here, of which the file knew more. */
  readonly grown: number
  /** Payments that were here as they are in the file, or with more. */
  readonly known: number
  /** Payments that the file only tells of: their story was damaged where it was written. */
  readonly skipped: number
  /** Payments of another wallet, which were left out. */
  readonly foreign: number
  /** Purses that were opened because they have paid for something in it, or because the reader wanted them as they are there. */
  readonly purses: number
  /** Its settings, limits or exceptions are others than those here, which were left as they are. */
  readonly withheld: boolean
}
