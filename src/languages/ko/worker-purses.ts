import type { Language } from '../language'

export const workerPurses: Language['workerPurses'] = {
  first: '기본 돈주머니',
  found: (number) => `돈주머니 ${number}`,
  from: (name) => `“${name}” 돈주머니에서`,
  notEnough: (name, have, price) => `돈은 나가지 않았어요. “${name}” 돈주머니에 ${have} 있는데, ${price} 필요해요.`,
  bound: '돈은 나가지 않았어요. 다른 돈주머니에서 이미 결제를 시작했고, 그 돈주머니로만 이어 갈 수 있어요. 그래야 두 번 내는 일이 없어요. 돈주머니 페이지에서 그 돈주머니를 찾아 보세요.',
  stays: (name) => `“${name}” 돈주머니에서 시작한 결제라 그 돈주머니로 이어 가요. 그래야 두 번 내는 일이 없어요.`,
  lookFirst: '먼저 열두 단어로 만든 다른 돈주머니를 찾아 보세요. 그중 하나가 여기서 이미 돈을 냈을 수 있어요.',
  full: '돈주머니를 더 둘 자리가 없어요. 최대 여덟 개예요.',
  gone: '그런 돈주머니는 이제 없어요.',
  noSite: '사이트 이름이 아니에요. news.example 같은 모양이어야 해요.',
  sitesFull: '사이트를 더 둘 자리가 없어요. 먼저 하나를 거두어 주세요.',
  notLooked: '지금은 다른 돈주머니를 찾을 수 없어요. 바뀐 것은 없어요. 다시 시도해 주세요.',
}
