/** What a site made with Eleventy needs to sell: `{% paid "0.10" %} … {% endpaid %}` around what is for sale. */
export default function configure(eleventy) {
  // Blank lines, so that what is inside is still Markdown.
  eleventy.addPairedShortcode('paid', (content, price, teaser = '') => `\n<pay-wall price="${price}">\n\n${teaser}\n\n<section data-paid>\n\n${content}\n\n</section>\n</pay-wall>\n`)
  return { markdownTemplateEngine: 'njk', htmlTemplateEngine: 'njk' }
}
