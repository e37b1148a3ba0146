import type { Page } from 'playwright'

/** The first pages a new reader sees, one method a step. Each waits for the step it is about. */
export class OnboardingPage {
  constructor(readonly page: Page) {}

  async begin(): Promise<void> {
    await this.#press('New wallet')
  }

  async beginWithWords(): Promise<void> {
    await this.#press('I have twelve words')
  }

  async beginWithBackup(): Promise<void> {
    await this.#press('I have a backup file')
  }

  /** Gives a backup file and its passphrase. */
  async bringBack(path: string, passphrase: string): Promise<void> {
    await this.page.getByLabel('Backup file').setInputFiles(path)
    await this.page.getByLabel('Passphrase of this file').fill(passphrase)
    await this.#press('Open my wallet')
  }

  /** Types the words of an earlier wallet. */
  async restore(words: readonly string[]): Promise<void> {
    await this.page.getByLabel('Twelve words').fill(words.join(' '))
    await this.#press('Open my wallet')
  }

  async choosePassword(password: string): Promise<void> {
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByLabel('The same again').fill(password)
    await this.#press('Go on')
  }

  /** Shows the twelve words and reads them, in order. */
  async readWords(): Promise<readonly string[]> {
    await this.#press('Show the words')
    return this.page.getByLabel('Your twelve words').locator('.words-word').allInnerTexts()
  }

  async writtenDown(): Promise<void> {
    await this.#press('I have written them down')
  }

  /** Types the words that are asked back. */
  async answer(words: readonly string[]): Promise<void> {
    const asked = this.page.getByLabel(/^Word \d+$/)
    await asked.first().waitFor()
    for (const field of await asked.all()) {
      const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
      await field.fill(words[Number(label.replace('Word ', '')) - 1] ?? '')
    }
    await this.#press('Check')
  }

  async lookOnEverySite(): Promise<void> {
    await this.page.getByRole('button', { name: /^On every site/ }).click()
  }

  /** The article that costs nothing real, from its price to its end. */
  async practise(): Promise<void> {
    await this.page.getByRole('button', { name: /^Unlock for/ }).click()
    await this.page.getByRole('button', { name: /^Pay / }).click()
    await this.#press('Go on')
  }

  /** The last step: where to put money. */
  async finish(): Promise<void> {
    await this.#press('Open my purse')
  }

  async #press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}
