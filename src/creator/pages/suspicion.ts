/** How `<` is written in HTML that a browser reads, and in scripts and data inside it. */
const inPage = String.raw`<|\\u003c|\\x3c`
/** The same in what holds HTML as a text: feeds, data, addresses. */
const inText = String.raw`${inPage}|&lt;|&#0*60;|&#x0*3c;|%3c`
const before = String.raw`(?:[\s/]|\\[nrtf]|%20|%0a|&#\w+;)`
const after = String.raw`(?=[\s=/>\\"'&%]|$)`

/** Up to here a tag is followed, in characters. */
const longestTag = 2000

/** A tag with `data-paid`. The second sees one with an angle bracket in one of its values. */
const tagsOpenedBy = (opening: string): readonly RegExp[] => [
  new RegExp(`(?:${opening})[a-z](?:(?!${opening})[^<>]){0,${longestTag}}?${before}data-paid${after}`, 'i'),
  new RegExp(`<[a-z](?:"[^"]{0,${longestTag}}"|'[^']{0,${longestTag}}'|[^<>"']){0,${longestTag}}?(?:${before}|["'])data-paid${after}`, 'i'),
]
const tags = { page: tagsOpenedBy(inPage), text: tagsOpenedBy(inText) }

/**
 * Whether something holds what looks like a premium part that was not cut out: then it is not for everybody.
 * @param as a page, in which markup that is written out to be read is no markup; or any other text
 */
export const looksForSale = (text: string, as: keyof typeof tags): boolean => /data-paid/i.test(text) && tags[as].some((tag) => tag.test(text))
