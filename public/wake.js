// Wakes the worker while the page's own scripts are still being read. Whoever needs an answer asks for it again.
void (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ type: 'wallet.read', input: {} }).catch(() => undefined)
