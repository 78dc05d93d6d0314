/** Prose in other languages than English, for translators and for people who ask in their own. */

import type { Grammar } from '../grammar'

const words = (text: string): string[] => text.trim().split(/\s+/)
const phrases = (text: string): string[] => text.trim().split(/\s*\|\s*/)

export const tongues: Grammar = {
  'foreign.prompt': ['{person1}, {town}:', '{#1-28}.{#1-12}.', '{maker}:', '{#10-99} –'],
  'es.n': words(`
    casa puerta mesa ventana carta calle playa escuela iglesia tienda receta camisa llave botella ciudad semana factura
    máquina montaña cosecha lluvia cocina fábrica empresa oficina reunión pregunta respuesta canción biblioteca película
    maleta cuenta bicicleta cuchara naranja nube piedra sombra torre`),
  'es.v': words(
    'compra vende busca pierde prepara limpia abre cierra mira rompe repara pide manda escribe prueba mide',
  ),
  'es.a': words(
    'nueva vieja larga corta roja blanca cara barata pequeña grande oscura clara fría tranquila segura rara',
  ),
  'foreign.Spanish': [
    'La {es.n} {es.a} de {person1} {es.v} la {es.n} en {town}.',
    '¿Por qué {person1} {es.v} una {es.n} {es.a}?',
    'El {#1-28} de mayo se {es.v} cada {es.n} y falta la {es.n} {es.a}.',
    'Explica cómo la {es.n} {es.v} {#2-90} veces la {es.n}.',
    'Nadie {es.v} la {es.n} sin una {es.n} {es.a}.',
  ],
  'de.n': words(`
    Lampe Brücke Straße Rechnung Werkstatt Küche Maschine Zeitung Wohnung Flasche Mauer Tasche Schule Woche Leitung
    Lieferung Sitzung Antwort Frage Karte Treppe Wiese Wolke Stadt Bank Firma Heizung Pumpe Schraube Tür Uhr Prüfung
    Halle Insel Farbe Küste Ernte Versicherung Bestellung Anlage`),
  'de.v': words(
    'prüft kauft sucht öffnet schließt bringt zählt malt meldet trägt findet baut repariert schreibt misst holt',
  ),
  'de.a': words(
    'neue alte lange kurze rote weiße teure billige kleine große dunkle helle kalte ruhige sichere seltene',
  ),
  'foreign.German': [
    'Die {de.a} {de.n} aus {town} {de.v} die {de.n} am {#1-28}. nicht.',
    'Warum {de.v} {person1} die {de.a} {de.n}?',
    '{person1} {de.v} seit {#2-30} Tagen eine {de.n}, und die {de.n} bleibt die {de.a}.',
    'Bitte erkläre, wie man die {de.n} ohne {de.n} {de.v}.',
    'Jede {de.n} {de.v} eine {de.a} {de.n} in {town}.',
  ],
  'fr.n': words(`
    maison porte table fenêtre lettre rue plage école boutique recette chemise clé bouteille ville semaine facture machine
    montagne récolte pluie cuisine usine entreprise réunion question réponse chanson bibliothèque valise lampe cuillère
    pierre ombre tour gare route feuille voiture salle lumière`),
  'fr.v': words(
    'achète vend cherche perd prépare nettoie ouvre ferme regarde casse répare demande envoie essaie mesure',
  ),
  'fr.a': words('neuve ancienne longue courte rouge blanche chère petite grande sombre claire froide calme sûre rare'),
  'foreign.French': [
    'La {fr.n} {fr.a} de {person1} {fr.v} la {fr.n} à {town}.',
    'Pourquoi {person1} {fr.v}-t-il une {fr.n} {fr.a} ?',
    'Le {#1-28} juin, on {fr.v} {#2-90} fois la {fr.n} sans la {fr.n} {fr.a}.',
    'Explique comment la {fr.n} {fr.v} une {fr.n}.',
  ],
  'pt.n': words(
    'casa porta mesa janela carta rua praia escola loja receita chave garrafa cidade semana fatura máquina',
  ),
  'pt.v': words(
    'compra vende procura perde prepara limpa abre fecha olha quebra conserta pede manda escreve testa mede',
  ),
  'foreign.Portuguese': [
    'A {pt.n} de {person1} {pt.v} a {pt.n} em {town} há {#2-40} dias.',
    'Por que {person1} {pt.v} uma {pt.n} e uma {pt.n}?',
    '{maker} {pt.v} {#2-90} vezes a {pt.n} até sexta-feira.',
  ],
  'foreign.Dutch': [
    'Het contract met {maker} loopt {#2-24} maanden en {person1} tekent in {town}.',
    'De zending naar {town} telt {#2-90} dozen en {person1} zoekt de {noun}.',
  ],
  'foreign.Italian': [
    'Il treno per {town} parte alle {#6-22} e {person1} ha {#2-9} valigie.',
    '{maker} ha spedito {#2-90} pezzi il {#1-28} aprile a {person1}.',
  ],
  'foreign.Polish': [
    'Zamówienie {#1000-9999} dla {person1} zostało wysłane do {town}.',
    '{maker} zamawia {#2-90} sztuk, a {person1} czeka w {town}.',
  ],
  'zh.n': phrases(`
    窗户 | 桥梁 | 学校 | 工厂 | 合同 | 机器 | 图书馆 | 河流 | 厨房 | 医院 | 音乐 | 价格 | 问题 | 城市 | 火车 | 天气 | 植物 | 花园 |
    电池 | 报告 | 雨伞 | 地图 | 钥匙 | 发票 | 会议 | 苹果 | 石头 | 星期 | 办法 | 市场`),
  'zh.v': phrases('检查 | 购买 | 打开 | 关闭 | 修理 | 比较 | 说明 | 记录 | 寻找 | 测量 | 准备 | 改变'),
  'foreign.Chinese': [
    '{person1}为什么要{zh.v}{zh.n}和{zh.n}？',
    '请{zh.v}{#2-60}个{zh.n}，然后{zh.v}{zh.n}。',
    '在{town}的{zh.n}里，{zh.n}已经{zh.v}了{#2-9}次。',
    '如果{zh.n}不能{zh.v}，{zh.n}会怎么样？',
  ],
  'ja.n': phrases(`
    窓 | 橋 | 学校 | 工場 | 契約 | 機械 | 図書館 | 川 | 台所 | 病院 | 音楽 | 値段 | 問題 | 町 | 電車 | 天気 | 植物 | 庭 | 電池 |
    報告書 | 傘 | 地図 | 鍵 | 請求書 | 会議 | りんご | 石 | 方法 | 市場 | 手紙`),
  'ja.v': phrases(
    '調べる | 買う | 開ける | 閉める | 直す | 比べる | 説明する | 書く | 探す | 測る | 準備する | 変える',
  ),
  'foreign.Japanese': [
    '{person1}さんはなぜ{ja.n}を{ja.v}のですか。',
    '{town}の{ja.n}で{#2-90}個の{ja.n}を{ja.v}。',
    '{ja.n}が{ja.n}を{ja.v}とき、何が起きますか。',
  ],
  'foreign.Arabic': ['يرجى إرسال {#2-90} صندوقاً إلى {person1} في {town}.', 'يبدأ الاجتماع الساعة {#8-19} في {town}.'],
}
