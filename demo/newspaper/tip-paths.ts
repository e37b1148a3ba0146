/** Where tips for a writer alone go, and where those that are shared with the paper do. */
export const tipPaths = { writer: '/tip', shared: '/tip/shared' } as const
