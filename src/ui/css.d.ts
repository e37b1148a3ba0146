/** Style sheets are imported for their effect; webpack gathers them into one file a page. */
declare module '*.css'
