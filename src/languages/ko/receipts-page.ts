import type { Language } from '../language'

export const receiptsPage: Language['receiptsPage'] = {
  title: '영수증',
  intro: '이 페이지는 담긴 결제를 서명으로 검사해요. 바로 여기서, 네트워크 없이, 누구에게도 묻지 않아요. 어디에도 아무것도 보내지 않아요.',
  none: '이 파일에는 결제가 없어요.',
  broken: '이 파일에 든 것을 읽을 수 없어요. 바뀌었거나 잘렸어요.',
  count: { holds: '결제 1건이고, 맞아요.', doesNot: '결제 1건이고, 맞지 않아요.', many: '결제 {all}건 중 {good}건이 맞아요.' },
  payment: '{amount}, 받는 계좌 {payTo}',
  on: '{day}, {network}',
  authorization: {
    payer: '낸 사람이 서명한 그대로예요. 금액, 계좌, 번호가 모두 맞아요.',
    false: '낸 사람이 서명한 것과 달라요. 누군가 금액이나 계좌, 번호, 서명을 바꾸었어요.',
    none: '낸 사람의 서명이 이 파일에 없어요. 다른 기기에서 한 결제예요.',
  },
  offer: {
    seller: '돈을 받은 계좌가 이 가격을 글로 남겼어요.',
    stranger: '글로 남긴 가격이 있지만, 돈을 받은 계좌가 쓴 것이 아니에요.',
    differs: '글로 남긴 가격이 있지만, 내용이 다르거나 서명이 거짓이에요.',
    none: '글로 남긴 가격이 없어요.',
  },
  receipt: {
    seller: '돈을 받은 계좌가 이 결제의 영수증을 주었어요.',
    stranger: '영수증이 있지만, 돈을 받은 계좌가 쓴 것이 아니에요.',
    differs: '영수증이 있지만, 이 결제의 것이 아니거나 서명이 거짓이에요.',
    none: '영수증이 없어요.',
  },
  settled: '낸 사람의 기록으로는 거래 {transaction}에서 결제가 끝났어요. 정말 그런지는 네트워크에서 누구나 찾아볼 수 있지만, 이 페이지는 그럴 수 없어요.',
  refunded: '낸 사람의 기록으로는 거래 {transaction}에서 {amount}의 돈이 {payer} 계좌로 돌아왔어요. 이 파일에는 그것을 증명하는 서명이 없어요. 결제처럼 네트워크에서 누구나 찾아볼 수 있지만, 이 페이지는 그럴 수 없어요.',
  unsettled: '낸 사람의 기록으로는 결제가 끝났지만, 어느 거래인지는 적혀 있지 않아요.',
  unsigned: '제목과 페이지는 낸 사람의 지갑이 적은 그대로예요. 여기에는 아무도 서명하지 않았어요.',
  facts: { page: '페이지', resource: '결제를 청한 곳', payer: '낸 계좌', payTo: '받는 계좌', number: '결제 번호', token: '토큰 컨트랙트' },
  raw: '이 결제에 대해 파일에 든 모든 것',
}
