/** How a page says where tips go; a place that can be asked comes before an account that cannot. */
export const tipMarks = ['link[rel~="payment" i][href], a[rel~="payment" i][href]', 'a[href^="ethereum:" i]'] as const

/** The longest address and title that are read, in characters. */
export const longestHref = 2048
export const longestTitle = 100
/** How many marks of a page are told of. */
export const mostMarks = 10
