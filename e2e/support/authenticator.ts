import type { CDPSession, Page } from 'playwright'

const described = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const

/** Where passkeys live: Chromium's virtual authenticator, whose owner always says yes. Seen by one page, until it closes. */
export class Authenticator {
  private constructor(
    private readonly session: CDPSession,
    private readonly id: string,
  ) {}

  /** @param hasPrf whether its passkeys can make key material */
  static async for(page: Page, { hasPrf = true } = {}): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    return new Authenticator(session, await plugIn(session, hasPrf))
  }

  /** It is lost; its owner has bought another one like it, on which there is nothing. */
  async replaceByEmpty(): Promise<Authenticator> {
    await this.session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: this.id })
    return new Authenticator(this.session, await plugIn(this.session, true))
  }

  /** In its place stands another one that claims to hold the same passkeys. What it makes of a question is its own. */
  async replaceByImpostor(): Promise<Authenticator> {
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.id })
    const impostor = await this.replaceByEmpty()
    for (const credential of credentials) await this.session.send('WebAuthn.addCredential', { authenticatorId: impostor.id, credential })
    return impostor
  }
}

async function plugIn(session: CDPSession, hasPrf: boolean): Promise<string> {
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options: { ...described, hasPrf } })
  return authenticatorId
}
