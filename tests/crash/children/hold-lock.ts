// One start that takes the lock of a data folder: node hold-lock.ts DIR. Prints one JSON line for what it got, another
// for each second start. Holds the lock until it is killed or its standard input ends.
import { acquireLock } from '../../../main/platform/files/lock.ts'

const lock = await acquireLock(String(process.argv[2]))
if (lock.ok) {
  let starts = 0
  lock.onSecondStart(() => console.log(JSON.stringify({ raised: true })))
  lock.announce(() => {
    starts += 1
    return `http://127.0.0.1:4321/?start=${starts}`
  })
  process.stdin.on('end', () => {
    lock.release()
    process.exit(0)
  })
  process.stdin.resume()
}
console.log(JSON.stringify(lock))
