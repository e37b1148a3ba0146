/**
 * The data script of pages that `@x402/paywall` 2.12.0 made with `createPaywall().withNetwork(evmPaywall)`, as it stands in them. The
 * package is not among ours: it alone has 53 MB, and `@x402/express` accepts none of its versions beside it.
 */
export const versionTwoScript = String.raw`
    window.x402 = {
      amount: 0.01,
      paymentRequired: {"x402Version":2,"error":"Payment required","resource":{"url":"https://news.example/2026/wren?ref=front","description":"The wren","mimeType":"text/html"},"accepts":[{"scheme":"exact","network":"eip155:84532","amount":"10000","asset":"0x036CbD53842c5426634e7929541eC2318f3dCF7e","payTo":"0x209693Bc6afc0C5328bA36FaF03C514EF312287C","maxTimeoutSeconds":60,"extra":{"name":"USDC","version":"2"}}]},
      testnet: true,
      currentUrl: "https://news.example/2026/wren?ref=front",
      config: {
        chainConfig: {"base":{"usdcAddress":"0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913","usdcName":"USDC"},"base-sepolia":{"usdcAddress":"0x036CbD53842c5426634e7929541eC2318f3dCF7e","usdcName":"USDC"}},
      },
      appName: "The Wren\'s Herald",
      appLogo: "",
    };
    console.log('EVM Payment required initialized:', window.x402);
  `
