/** The formats that the generator writes. */

export type LogFormat = 'canonical' | 'litellm' | 'openai'
