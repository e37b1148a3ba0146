type Claim = Readonly<Record<string, unknown>>

/** What is to be said of the JSON-LD that an author has written; null where they have written nothing about what is free. @param texts of its blocks */
export function adviceOnData(texts: readonly string[]): readonly string[] | null {
  const written = texts.flatMap(claimsIn)
  return written.length === 0 ? null : written.flatMap(adviceFor)
}

/** The things in a block that are said to be free or not. */
function claimsIn(text: string): readonly Claim[] {
  try {
    return objectsIn(JSON.parse(text)).filter((one) => 'isAccessibleForFree' in one && one['@type'] !== 'WebPageElement')
  } catch {
    return []
  }
}

function objectsIn(value: unknown): readonly Claim[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (typeof value !== 'object' || value === null) return []
  const { '@graph': graph } = value as Claim
  return [value as Claim, ...(graph === undefined ? [] : objectsIn(graph))]
}

function adviceFor(claim: Claim): readonly string[] {
  const advice: string[] = []
  if (!isNo(claim['isAccessibleForFree'])) advice.push('The JSON-LD says that the page is free. Search engines take a paid part for a trick then: say "isAccessibleForFree": false.')
  const parts = objectsIn(claim['hasPart'])
  if (!parts.some((part) => part['cssSelector'] === '.paywall' && isNo(part['isAccessibleForFree']))) {
    advice.push('The JSON-LD does not say which part is paid: "hasPart": { "@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paywall" }.')
  }
  return advice
}

const isNo = (value: unknown): boolean => value === false || (typeof value === 'string' && /^(https?:\/\/schema\.org\/)?false$/i.test(value))
