/** What the history and the papers made from it say, in English. */
export const words = {
  print: {
    receipt: 'Print receipt',
    title: 'Record of a payment',
    date: 'Date',
    seller: 'Site',
    piece: 'For',
    page: 'Page',
    state: 'State',
    amount: 'Paid',
    notPaid: 'Asked for',
    about: 'In your currency',
    made: (day: string) => `Printed on ${day} from the reader’s own records in Farthing. An invoice, where one is needed, comes from the seller.`,
    note: 'Note sent or kept with it',
  },
} as const
