import type { Language } from '../language'

export const news: Language['news'] = {
  notice: {
    waiting: 'ルールの更新が同意を待っています。それまでは今のルールのままです。',
    changed: (count) => `Farthingの見守りが細かくなりました。変わったルールは${count}件です。`,
    month: 'この1か月にルールがどう変わったかをまとめました。',
    see: 'ルールを見る',
  },
  rail: (count) => `新しいお知らせ${count}件`,
}
