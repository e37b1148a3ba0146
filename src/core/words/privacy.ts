/** What the worker says of forgetting and erasing. English. */
export const privacy = {
  underWay: (count: string) =>
    count === '1'
      ? 'Nothing was erased. One payment is under way, and may still be charged: in a few minutes that is known. If you erase all the same, nothing will tell you what became of it.'
      : `Nothing was erased. ${count} payments are under way, and may still be charged: in a few minutes that is known. If you erase all the same, nothing will tell you what became of them.`,
  backwards: 'Nothing was forgotten. The last day is before the first one.',
} as const
