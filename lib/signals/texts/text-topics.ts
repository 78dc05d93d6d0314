/** The topics of prompts: a small, crude dictionary of weighted English words. What it does not know has no topic. */

import type { PhraseClass } from './weighted-phrases'

/** Goes up whenever a word, weight or topic changes: topics of two versions are not comparable. */
export const topicsVersion = '1'

/** A text has the topic that weighs most, if it weighs this much; ties go to the topic that stands first. */
export const leastTopicWeight = 2

export const topics: PhraseClass[] = [
  {
    id: 'code',
    phrases: {
      4: '*```|def |#include|*console log|public static|python|javascript|typescript|c++|c#_|golang|node js|django|*</|*=> {',
      3: 'java_|rust_|php_|ruby_|kotlin|react_|html|css_|bash_|shell script|powershell|solidity|verilog|swift_|flask_|write a function|write a program|write a script|write code|create a function|create a class|implement a|implement the|a function that|a program that|design a class|refactor|debug|stack trace|unit test|code review|pull request|source code|syntax error|regex|binary tree|linked list|web server|algorithm|rest api',
      2: 'compile|compiler|developer|programming|software|github|git_|app_|website|web app|api_|class_|method_|frontend|backend|server|exception|json_|xml_|data structure',
      1: 'code|coding|function_|program_|script_|array|string_|integer|loop|boolean|recursi|module|variable|implement',
    },
  },
  {
    id: 'tools',
    phrases: {
      5: 'toolformer|*function_call|*tool_call|*tool_use|*"parameters"|<tool|available tools',
      3: 'function call|call the tool|call the function|use the tool|use a tool|tool call|tool use|tools available|you have access to|action input|observation_|browse the web|search query',
      2: 'agent_|agentic|invoke|next action|autonomous|click on',
    },
  },
  {
    id: 'data',
    phrases: {
      4: 'sql_|left join|group by|mysql|postgres|sqlite|dataframe|pandas|pivot table|sql query',
      3: 'spreadsheet|excel_|csv_|dataset|data set|power bi|tableau|regression|correlation|p-value|standard deviation|machine learning|neural network|random forest|classifier|time series|data analysis|data scien',
      2: 'statistic|clustering|histogram|confidence interval|visuali|predict',
      1: 'data_|column|table_|chart|plot_|database',
    },
  },
  {
    id: 'mathematics',
    phrases: {
      4: '*\\frac|*\\int|*\\sum|*\\sqrt|*\\mathbb|*\\leq|theorem|lemma|polynomial|eigenvalue|integral',
      3: 'how many|how much|how far|how old|how long did|prove that|derivative|equation|probability|prime number|geometry|triangle|algebra|calculus|combinatori|modulo|matrix|matrices',
      2: 'solve_|calculate|compute_|simplify|twice as|half of|half as|times as|each day|per hour|per week|in total|altogether|left over|remaining|percent|dozen|on average',
      1: 'sum_|number of|total|cost|each_|bought|sold|more than|less than|miles|dollars|*%|$',
    },
  },
  {
    id: 'science',
    phrases: {
      3: 'physics|chemistry|biolog|quantum|thermodynamic|molecul|photosynthesis|relativity|genetic|dna_|rna_|protein|enzyme|astronom|black hole|geolog|ecosystem|climate change|linguistics',
      2: 'experiment|hypothesis|velocity|acceleration|electron|atom|chemical|reaction|species|bacteria|planet|voltage|magnet|neuron|wavelength|evolution',
      1: 'science|scientific|scientist|energy|theory|laborator',
    },
  },
  {
    id: 'medicine',
    phrases: {
      3: 'patient|diagnos|symptom|medication|dosage|clinical|therap|surgery|cancer|diabet|vaccin|antibiotic|blood pressure|psychiatr|dentist',
      2: 'doctor|nurse|hospital|disease|medical|treatment|healthcare|mental health|side effect|prescri|pregnan',
      1: 'health|sleep|anxiety|depression|diet|injur|pain_',
    },
  },
  {
    id: 'law',
    phrases: {
      3: 'plaintiff|defendant|statute|jurisdiction|contract law|legal advi|attorney|lawsuit|litigation|copyright|trademark|gdpr|liabilit|indemnif|constitutional',
      2: 'lawyer|court_|legal|clause|contract_|contracts_|regulation|compliance|terms of service|privacy policy|patent',
      1: 'law_|laws_|rights_|agreement',
    },
  },
  {
    id: 'finance',
    phrases: {
      3: 'stocks_|stock market|bonds_|portfolio|dividend|mortgage|interest rate|balance sheet|cash flow|accounting|investor|investing|investment|inflation|cryptocurrenc|bitcoin|taxes|valuation|financial',
      2: 'business|marketing|startup|revenue|profit|sales_|budget|competitor|pricing|brand|seo_|supply chain|economic|economy',
      1: 'company|market_|product|strategy|bank_|money|customers',
    },
  },
  {
    id: 'security',
    phrases: {
      3: 'exploit|malware|vulnerabilit|penetration test|phishing|ransomware|sql injection|xss_|buffer overflow|cve-|reverse engineer|cybersecurity|cyber security|firewall|encrypt',
      2: 'hack|password|payload|attacker|threat model|authenticat|cipher|forensic',
    },
  },
  {
    id: 'translation',
    phrases: {
      5: 'translat|traduis|traduce|traduz|traduire|traducir|*übersetz|*翻译|*翻譯|*翻訳|*번역|*переве',
      2: 'into english|to english|into german|to german|into french|to french|into spanish|to spanish|in spanish|in french|in german|in chinese|into chinese|into japanese|in japanese|into italian|into portuguese|grammar|vocabulary|pronunciation|conjugat|idiom|synonym|native speaker|spelling',
    },
  },
  {
    id: 'fiction',
    phrases: {
      4: 'role-play|roleplay|role play|write a story|short story|write a poem|a haiku|fairy tale|fan fiction|fanfiction|screenplay|limerick|sonnet|stay in character|pretend to be|pretend you|imagine you are|imagine that you are|imagine yourself|once upon',
      3: 'as a pirate|detective|time travel|wizard|vampire|dragon|superhero|protagonist|narrator|fantasy|sci-fi|science fiction|villain|fictional|dungeon|immortal|reincarnat|spaceship|zombie|apocalyp|superpower|galactic|soulmate|you are an alien|you are a knight',
      2: 'character|story|stories|poem|song_|lyrics|novel_|scene|dialogue|plot_|kingdom|magic|quest_|king_|queen|sword|spell_|soul_|alien|demon|whisper|hero_|heroes|ghost|monster|medieval|victorian|dystopia|journal entry|diary|monologue|humanity|god_|gods_|death_|witch',
      1: 'creative|world_|earth_|tale|describe your|suddenly|woke up|mysterious|ancient|you are a',
    },
  },
  {
    id: 'editing',
    phrases: {
      4: 'summari|tl;dr|key points|paraphras|rewrite|rephrase|proofread|shorten|condense|reword',
      3: 'extract|classif|categori|sentiment|entities|bullet point|following text|following article|following passage|following paragraph|following review|following sentence',
      2: 'label|tone_|headline|improve the|improve this|edit the|edit this|in one sentence',
      1: 'article|paragraph|essay|text_|sentence|blog post|report_|summary',
    },
  },
  {
    id: 'teaching',
    phrases: {
      4: 'lesson plan|curriculum|flash card|flashcard|study guide|syllabus|homework|exam question|multiple choice|multiple-choice|quiz',
      2: 'teach|student|pupil|classroom|for beginners|explain to|explain like|step-by-step explanation|course_|exam_|tutor|university|school',
      1: 'explain|learn|understand|concept|example',
    },
  },
  {
    id: 'world',
    phrases: {
      3: 'history of|capital of|president|world war|revolution_|empire|century|dynasty|parliament|election|geograph|philosoph|religio|mytholog|historical',
      2: 'who was|who invented|who wrote|who discovered|when was|when did|where is|which country|population|culture|politic|government|museum|painter|composer|movie|film_|actor_|football',
      1: 'country|city_|war_|history|famous|book_|author',
    },
  },
  {
    id: 'correspondence',
    phrases: {
      4: 'cover letter|write an email|write a letter|draft an email|draft a reply|draft a letter|linkedin post|my order|order number|refund|customer support|customer service|help desk|return policy|job interview|job description|interviewer',
      2: 'email|e-mail|letter_|reply to|resume_|tracking|delivery|subscription|warranty|complaint|recruit|meeting|colleague|tweet|dear |speech_|invoice',
      1: 'polite|formal|professional|message_',
    },
  },
  {
    id: 'everyday',
    phrases: {
      3: 'recipe|cooking|ingredient|workout|meal plan|itinerary|travel guide|vacation|gardening|relationship|horoscope|birthday|wedding|interior design|fitness',
      2: 'breakfast|dinner|lunch|hotel|flight_|restaurant|gym_|exercise|pet_|pets_|dog_|cat_|clothes|outfit|girlfriend|boyfriend|hobby|hobbies|game_|games_|travel',
      1: 'food|home_|trip_|weekend|friend|family|weather|kids_',
    },
  },
]
