import { expect, it } from 'vitest'
import { formValues } from './form-values'

it('gives fields by name, lists as lists, and leaves out what no database keeps', () => {
  const form = new FormData()
  form.append('$ACTION_ID', 'x')
  form.append('title', 'with a \0 in it')
  form.append('one[]', 'a')
  form.append('two', 'a')
  form.append('two', 'b\0')
  expect(formValues(form)).toEqual({ title: 'with a  in it', one: ['a'], two: ['a', 'b'] })
})
