import type { Page } from 'playwright'
import { expect } from '../support/expect'
import { ConfirmDialog } from './confirm'

/** The dashboard's page about who can open this wallet. */
export class SecurityPage {
  readonly confirm: ConfirmDialog

  constructor(readonly page: Page) {
    this.confirm = new ConfirmDialog(page)
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Security' }).click()
    await this.page.getByRole('heading', { name: 'What opens this wallet' }).waitFor()
  }

  /** The lines of the list, one a way in. */
  get ways() {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: /^Rename / }) })
  }

  /** Makes a passkey on what is at hand. The confirmation is still to be given. */
  async addPasskey(name: string): Promise<void> {
    await this.#begin('A passkey', name)
    await this.#press('Make the passkey')
  }

  async addPasswordAndPasskey(name: string, password: string): Promise<void> {
    await this.#begin('Password and passkey together', name)
    await this.page.getByLabel('New password', { exact: true }).fill(password)
    await this.page.getByLabel('The same again').fill(password)
    await this.#press('Make the passkey')
  }

  /** Makes a recovery code and reads it where it is shown. @param known the password that confirms it */
  async addRecovery(known: string): Promise<string> {
    await this.#press('A recovery code')
    await this.confirm.givePassword(known)
    const groups = this.page.getByRole('group', { name: 'Recovery code' }).locator('span')
    await expect(groups.first()).toBeVisible()
    return (await groups.allInnerTexts()).join('-')
  }

  async codeWrittenDown(): Promise<void> {
    await this.#press('I have written it down')
  }

  /** Makes a backup file and gives the path it was saved at. @param known the password that confirms it */
  async makeBackup(passphrase: string, known: string): Promise<string> {
    await this.#press('Make a backup file')
    await this.page.getByLabel('Passphrase of this file', { exact: true }).fill(passphrase)
    await this.page.getByLabel('The same again').fill(passphrase)
    const saved = this.page.waitForEvent('download')
    await this.#press('Make the file')
    await this.confirm.givePassword(known)
    return (await saved).path()
  }

  async remove(name: string): Promise<void> {
    await this.#press(`Remove ${name}`)
    await this.page.getByRole('group', { name: `Remove ${name}` }).getByRole('button', { name: 'Remove', exact: true }).click()
  }

  async #begin(kind: string, name: string): Promise<void> {
    await this.#press(kind)
    await this.page.getByLabel('What to call it').fill(name)
  }

  async #press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}
