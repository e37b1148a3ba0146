/** Kills the worker, and leaves the page as one that nothing has been asked from yet. */
export type Fresh = () => Promise<void>

export const password = 'wren on a copper coin 1821'
