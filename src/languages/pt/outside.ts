import type { Language } from '../language'

const japanKorea = 'Orientação e acordos para consumidores.'

export const outside: Language['outside'] = {
  ecc: 'Ajuda gratuita quando o vendedor fica em outro país da UE, na Noruega ou na Islândia.',
  'adr-eu': 'Uma lista de entidades reconhecidas. Nem sempre o vendedor é obrigado a participar; se não responder a uma entidade em 20 dias úteis, isso vale como um não.',
  'konsum-ch': 'Orientação para consumidores na Suíça.',
  'us-de': 'Resolve conflitos entre consumidores e comerciantes, de graça para os consumidores.',
  'signal-fr': 'Avisa o órgão de defesa do consumidor sobre um vendedor, que é convidado a responder.',
  'ca-gb': 'Orientação para consumidores e denúncias ao Trading Standards.',
  'ncac-jp': japanKorea,
  'kca-kr': japanKorea,
  'ftc-us': 'Recebe denúncias de fraude. Não resolve casos individuais.',
  'state-us': 'Muitos recebem reclamações e pedem que o vendedor responda.',
}
