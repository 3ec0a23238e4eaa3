import { expect, it } from 'vitest'
import { crashQuestions } from './kit/ai-trial.ts'
import { crashDetections } from './kit/detection-trial.ts'
import { crashSteps } from './kit/steps-trial.ts'
import { crashCollects, crashCommands, crashImports, type Trial } from './kit/trial.ts'
import { crashUploads } from './kit/uploads-trial.ts'

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

it.concurrent(`5 kills in the steps of runs lose and halve nothing, and the end is that of undisturbed runs (seed ${seed})`, async () => {
  const trial = await crashSteps({ kills: 5, seed, rows: 60 })
  expect(verdict(trial)).toEqual(NOTHING)
  expect(trial).toMatchObject({ kills: 5 })
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

it.concurrent(`3 kills while jobs are read again and facts corrected lose and halve nothing, and the end is that of an undisturbed run (seed ${seed})`, async () => {
  const trial = await crashDetections({ kills: 3, seed, rows: 150 })
  expect(verdict(trial)).toEqual(NOTHING)
  expect(trial).toMatchObject({ kills: 3 })
})

it.concurrent(`3 kills while a language model is asked spend no more than allowed, and nothing twice (seed ${seed})`, async () => {
  const trial = await crashQuestions({ kills: 3, seed, rows: 45 })
  expect(verdict(trial)).toEqual(NOTHING)
  expect(trial).toMatchObject({ kills: 3 })
})

it.concurrent(`6 kills while files are added, replaced and removed leave no file without a row and no row without its file (seed ${seed})`, async () => {
  const trial = await crashUploads({ kills: 6, seed })
  expect(verdict(trial)).toEqual(NOTHING)
  expect(trial).toMatchObject({ kills: 6 })
})
