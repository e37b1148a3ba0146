/** How long a browser has to begin reading what it was told to save. Milliseconds. */
const beginsWithinMs = 60_000

/** Lets the browser save `content` as a download called `name`, and forgets its address afterwards. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), beginsWithinMs)
}
