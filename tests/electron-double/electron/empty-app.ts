import { app } from 'electron'

// What it takes to start and end at all, for comparison with a second start of the app.
app.exit(0)
