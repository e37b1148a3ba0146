import type { CheckId } from './finding'

interface Words {
  /** What was looked at, in a few words. */
  readonly looked: string
  readonly good: string
  /** What is wrong, or could be better. */
  readonly bad: string
  /** How to mend it. */
  readonly mend: string
}

/** What the checker says. English. */
export const words: Readonly<Record<CheckId, Words>> = {
  page: { looked: 'The page', good: 'The page answers.', bad: 'The page does not answer with 200 and HTML.', mend: 'The page with the teaser is free: answer it with 200, so that search engines keep it and readers see what there is.' },
  tag: { looked: 'Something for sale', good: 'Something is for sale here.', bad: 'Nothing is for sale here that a wallet would see.', mend: 'Put a <pay-wall src="…" price="…"> where the paid part belongs, or <link rel="payment" href="…"> or the link of an account for tips, or answer 402 with a price.' },
  link: { looked: 'Link in the tag', good: 'The tag holds a link for readers without a wallet or scripts.', bad: 'The tag holds no link to what it sells.', mend: 'Put <a href="…the address in src…">Read the rest</a> into the tag.' },
  account: { looked: 'Account for tips', good: 'The account for tips can be read.', bad: 'Nobody can give to the account for tips: it is misspelt, nobody’s, or written in no way that wallets read.', mend: 'Write <a href="ethereum:0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913@8453/transfer?address=…">, with your account as your wallet shows it.' },
  'account-checksum': { looked: 'Spelling of the account', good: 'A mistyped account would be noticed.', bad: 'A mistyped account would not be noticed: its letters carry no checksum.', mend: 'Copy the account as your wallet shows it, with its small and large letters.' },
  'account-buttons': { looked: 'Tips with other wallets', good: 'Readers with another wallet in the browser have buttons for tips.', bad: 'Readers with another wallet in the browser have no buttons for tips, only a link that most of them do not open.', mend: 'Put the link into <pay-tip> and load pay-tip.js.' },
  'linked-data': { looked: 'What search engines are told', good: 'Search engines are told which part is paid.', bad: 'Search engines are not told which part is paid, or are told something else.', mend: 'Add JSON-LD with "isAccessibleForFree": false and "hasPart": { "@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paywall" }, and class="paywall" to the tag.' },
  language: { looked: 'Language of the page', good: 'The page says in which language it is.', bad: 'The page does not say in which language it is: screen readers guess.', mend: 'Write <html lang="en">, or whichever it is.' },
  'page-title': { looked: 'Title of the page', good: 'The page has a title.', bad: 'The page has no title: wallets and receipts have nothing to call it by.', mend: 'Write a <title>.' },
  scroll: { looked: 'Scrolling', good: 'The page can be scrolled.', bad: 'The page seems to keep readers from scrolling.', mend: 'Take overflow: hidden off html and body. What is not sent need not be covered.' },
  encrypted: { looked: 'Encryption', good: 'It is sold over https.', bad: 'It is sold over plain http: anybody on the way can change the price and the account.', mend: 'Serve it over https.' },
  asks: { looked: 'Asking for payment', good: 'It answers 402 with a price.', bad: 'It does not answer 402 to somebody who has not paid.', mend: 'Answer 402 and a price, directly: no redirect, no 401, no 200 with a notice.' },
  readable: { looked: 'The price, as wallets read it', good: 'Wallets can read the price.', bad: 'No wallet can read this price.', mend: 'Send PAYMENT-REQUIRED (x402 version 2) as base64 JSON.' },
  payable: { looked: 'A way to pay', good: 'There is a way to pay that Farthing takes.', bad: 'There is no way to pay that Farthing takes.', mend: 'Offer scheme "exact" with USDC on Base, paid by EIP-3009.' },
  price: { looked: 'Price in the tag', good: 'The tag and the seller name the same price.', bad: 'The tag names another price than the seller.', mend: 'Write the price that is charged into the tag: wallets warn of a dearer one.' },
  upfront: { looked: 'When it is charged', good: 'Nothing is charged before it is delivered.', bad: 'The seller charges before the piece is made.', mend: 'Make the piece first, settle, then send it. A payment that buys nothing costs you a dispute.' },
  resource: { looked: 'What the price is for', good: 'The price names the address it is for.', bad: 'The price names another address than the one that answered.', mend: 'Behind a proxy, set the public address of your site, so that resource.url is what readers see.' },
  time: { looked: 'Time for a payment', good: 'The time for a payment is sensible.', bad: 'The time for a payment is shorter or longer than wallets give.', mend: 'Set maxTimeoutSeconds between 60 and 300.' },
  people: { looked: 'Readers without a wallet', good: 'People who come without a wallet are told what there is and what it costs.', bad: 'People who open it without a wallet see an empty page, data, or megabytes of script.', mend: 'Answer browsers with a small HTML page: the title, the beginning, the price, a way to pay.' },
  stored: { looked: 'Caches', good: 'Nobody on the way keeps the price.', bad: 'The answer with the price may be kept by browsers and caches.', mend: 'Send Cache-Control: private, no-store with 402.' },
  cors: { looked: 'Reading the price from other sites', good: 'Wallets on other sites may read the price.', bad: 'Scripts of other sites cannot read the price.', mend: 'Send Access-Control-Allow-Origin: * and Access-Control-Expose-Headers: PAYMENT-REQUIRED, PAYMENT-RESPONSE, WWW-Authenticate, Payment-Receipt.' },
  preflight: { looked: 'Paying from other sites', good: 'Wallets on other sites may send a payment.', bad: 'A browser would not let a script of another site send a payment.', mend: 'Answer OPTIONS with Access-Control-Allow-Headers: PAYMENT-SIGNATURE, Authorization, SIGN-IN-WITH-X.' },
  head: { looked: 'HEAD', good: 'HEAD says what GET says, and nothing more.', bad: 'HEAD answers otherwise than GET: it tells something, or charges for nothing.', mend: 'Answer HEAD like GET without a body, and never charge for it.' },
  conditional: { looked: 'Conditional requests', good: 'Nobody is told that their copy is still good who has none.', bad: 'A conditional request gets past the price.', mend: 'Do not answer If-None-Match or If-Modified-Since with 304 on what is sold.' },
  range: { looked: 'Requests for a piece', good: 'No piece of it is given away.', bad: 'A request for a piece of it gets past the price.', mend: 'Do not answer Range on what is sold.' },
  dialects: { looked: 'Open standards', good: 'It can be paid in both open standards.', bad: 'It can be paid in one of the two open standards.', mend: 'Send WWW-Authenticate: Payment … beside PAYMENT-REQUIRED.' },
  'signed-price': { looked: 'Signature on the price', good: 'The price is signed by the account that is paid.', bad: 'The price is not signed by the account that is paid.', mend: 'Sign offers (extension "offer-receipt") with the key of payTo: readers then know that nobody has put in another account.' },
  refunds: { looked: 'Refund terms', good: 'Readers know where to ask for their money back.', bad: 'Readers are not told where to ask for their money back.', mend: 'Name an endpoint in the extension "refund", in a Link header, or at /.well-known/x402-dispute.json.' },
  'payment-id': { looked: 'Names for payments', good: 'A lost answer can be asked for again by its name.', bad: 'Payments cannot be given a name.', mend: 'Declare the extension "payment-identifier", and answer the same one again.' },
  return: { looked: 'Coming back', good: 'Who has paid can come back on another device.', bad: 'Who has paid cannot come back on another device.', mend: 'Declare the extension "sign-in-with-x", and look up what the account has bought by your own names.' },
  delivers: { looked: 'Delivery', good: 'What was paid for was delivered.', bad: 'It was paid for and not delivered.', mend: 'Answer 200 with HTML once the payment is settled.' },
  settled: { looked: 'Settlement', good: 'The answer says how it was settled.', bad: 'The answer does not say how it was settled.', mend: 'Send PAYMENT-RESPONSE with the transaction.' },
  receipt: { looked: 'Receipt', good: 'The payer gets a signed receipt.', bad: 'The payer gets no signed receipt.', mend: 'Issue receipts (extension "offer-receipt").' },
  private: { looked: 'Caches of what was bought', good: 'What was bought is kept by nobody on the way.', bad: 'What was bought may be kept by caches and shown to others.', mend: 'Send Cache-Control: private, no-store with what was paid for.' },
  again: { looked: 'The same payment again', good: 'The same payment, shown again, opens it again and is not charged.', bad: 'The same payment, shown again, does not open it: a reader whose connection broke has paid for nothing.', mend: 'Remember payments by account and nonce, and answer a known one with what it bought.' },
  elsewhere: { looked: 'The same payment elsewhere', good: 'A payment for one piece does not open another.', bad: 'A payment for one piece opens another.', mend: 'Write down for which of your own routes a payment was taken, before it is settled. Never go by what the payment says it is for.' },
  withheld: { looked: 'What was held back', good: 'Nothing of it was sent to somebody who has not paid.', bad: 'Some of it is sent to people who have not paid.', mend: 'Cut the text out on the server. What is covered or hidden is still sent.' },
}
