/** The language of a text by its commonest function words: cheap, and crude. What has none of them has no language. */

import type { PhraseClass } from './weighted-phrases'

/** Goes up whenever a word or a language changes. */
export const languagesVersion = '1'

/** A text is in the language of which it has the most of these words, if it has so many; ties go to the first. */
export const leastLanguageWeight = 2

const words = (list: string) =>
  list
    .split(' ')
    .map((word) => `${word}_`)
    .join('|')

/** Signs of a script without blanks between words. */
const signs = (list: string) =>
  list
    .split(' ')
    .map((sign) => `*${sign}`)
    .join('|')

const language = (id: string, phrases: string): PhraseClass => ({
  id,
  phrases: { [phrases.startsWith('*') ? 2 : 1]: phrases },
})

export const languages: PhraseClass[] = [
  language('English', words('the and of to is are with what how this that your you for from a my it')),
  language(
    'Spanish',
    words('el los las una y con por para pero del al está cómo qué son mi su lo este esta de la en que un'),
  ),
  language(
    'French',
    words(
      'le les des une et avec pour dans mais du aux est sont quel comment je vous nous ce cette sur de la en que un',
    ),
  ),
  language(
    'German',
    words('der das dem den ein eine und mit für aber oder nicht ist sind wie warum wird zu ich sie mein auf von die'),
  ),
  language(
    'Portuguese',
    words('os uma um das dos e com mas não do da ao são é você meu seu isso em no na o para que de'),
  ),
  language(
    'Italian',
    words('il gli uno della delle dei di e che ma non per è sono come perché alla nel nella mi questo ho un la'),
  ),
  language(
    'Dutch',
    words('het een deze dit en met voor maar niet van zijn hoe wat wordt naar ik je mijn bij op de die is'),
  ),
  language(
    'Swedish, Danish or Norwegian',
    words('och og att at är er det som hur hvordan en ett et den til till jag jeg ikke inte på med'),
  ),
  language('Polish', words('się jest są jak nie że ale dla przez w na z do od co czy mój to')),
  language('Czech or Slovak', words('je jsou sú jak ako že ale pro pre není v na z do od k se sa si ten ta')),
  language('Turkish', words('ve ile için ama bir bu şu ne nasıl değil olarak gibi daha mi mı var çok benim')),
  language(
    'Indonesian or Malay',
    words('yang ini itu dan dengan untuk tetapi di ke dari adalah bagaimana apa saya anda tidak akan bisa'),
  ),
  language('Romanian', words('este sunt cum și cu pentru dar nu în din la de pe un o mai care să')),
  language('Hungarian', words('az egy és hogy nem van milyen hogyan meg ez ki már csak a vagy')),
  language('Finnish', words('ja mutta tai on ovat ei miten mikä että kun minun tämä olen voi')),
  language('Vietnamese', words('và của cho là một những các không như có được tôi bạn này với')),
  language('Chinese', signs('的 是 了 在 我 不 有 请 請 什么 如何 这 這 和 一个 你')),
  language('Japanese', signs('の は を に が で と も です ます して から ください この')),
  language('Korean', signs('은 는 이 가 을 를 에 의 하 다 해 고 세요 니다')),
  language('Russian', words('и в не на что как это с по для из или мне с к я')),
  language('Ukrainian', words('і в не на що як це з та для або мені й до є')),
  language('Arabic', words('في من على إلى ما هو هي أن هذا التي كيف لا عن مع')),
  language('Persian', words('در از به که این است را با و برای چه آن')),
  language('Hebrew', words('של את על לא זה אני מה עם או הוא כי')),
  language('Greek', words('και το της του να για με είναι από η ο τα')),
  language('Hindi', words('के है में का की को से और क्या यह पर हैं')),
  language('Thai', signs('ที่ การ เป็น และ ของ ใน ไม่ มี ได้ ให้')),
  language('Bengali', words('এর এবং কি আমি এই একটি না করে জন্য')),
]
