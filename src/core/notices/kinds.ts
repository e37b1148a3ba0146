/** What readers can be told of outside of pages, the weightiest first. */
export const noticeKinds = ['fell', 'tries', 'confirmed', 'backup', 'dispute', 'refund', 'rules'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What tells of somebody else at the wallet: to be told no more of these takes a fresh proof. */
export const alarming: readonly NoticeKind[] = ['fell', 'tries', 'confirmed']

/** What waits until the reader looks, unless they want it otherwise. */
export const quietFirst: readonly NoticeKind[] = ['rules']

/** What the number on the button is about. */
export const badges = ['price', 'due', 'nothing'] as const
export type Badge = (typeof badges)[number]
