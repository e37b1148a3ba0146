import type { Language } from '../language'

export const workerPurses: Language['workerPurses'] = {
  first: 'Porta-moedas principal',
  found: (number) => `Porta-moedas ${number}`,
  from: (name) => `Do seu porta-moedas “${name}”`,
  notEnough: (name, have, price) => `Nada foi cobrado. Você tem ${have} no porta-moedas “${name}”; isto custa ${price}.`,
  bound: 'Nada foi cobrado. Este pagamento começou em outro porta-moedas seu, e só ele pode continuar: assim nada é pago duas vezes. Procure esse porta-moedas na página dos seus porta-moedas.',
  stays: (name) => `Este pagamento começou no seu porta-moedas “${name}” e continua nele: assim nada é pago duas vezes.`,
  lookFirst: 'Procure primeiro os outros porta-moedas das suas doze palavras. Um deles pode já ter pago aqui.',
  full: 'Não há lugar para mais um porta-moedas: o máximo são oito.',
  gone: 'Esse porta-moedas não existe mais.',
  noSite: 'Isso não é o nome de um site. É algo como news.example.',
  sitesFull: 'Não há lugar para mais um site. Retire um primeiro.',
  notLooked: 'Agora não é possível procurar seus outros porta-moedas. Nada mudou. Tente de novo.',
}
