import { expect, it } from 'vitest'
import { crashCollects, crashCommands, crashImports, type Trial } from './kit/trial.ts'

// A new seed each time finds more; `npm run crash -- --seed S` repeats one.
const seed = Number(process.env.ROLECALL_CRASH_SEED ?? Math.floor(Math.random() * 1_000_000))

const verdict = ({ lost, broken }: Trial) => ({ lost, broken })
const NOTHING = { lost: [], broken: [] }

it.concurrent(`20 kills while importing lose and halve nothing, and the end is that of an undisturbed import (seed ${seed})`, async () => {
  const trial = await crashImports({ kills: 20, seed, rows: 1500 })
  expect(verdict(trial)).toEqual(NOTHING)
  expect(trial).toMatchObject({ kills: 20 })
  expect(trial.acknowledged).toBeGreaterThan(100)
})

it.concurrent(`6 kills while campaigns are made and files handed over lose and halve nothing (seed ${seed})`, async () => {
  const trial = await crashCommands({ kills: 6, seed, rows: 90 })
  expect(verdict(trial)).toEqual(NOTHING)
  expect(trial).toMatchObject({ kills: 6 })
})

it.concurrent(`5 kills while several boards are collected lose and halve nothing, and nothing comes twice (seed ${seed})`, async () => {
  const trial = await crashCollects({ kills: 5, seed, rows: 90 })
  expect(verdict(trial)).toEqual(NOTHING)
  expect(trial).toMatchObject({ kills: 5 })
})
