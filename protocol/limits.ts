/** Every limit on what may cross the wire or be kept, in one place; both sides read it. */
export const LIMITS = {
  /** Graphemes in a nickname. */
  nicknameGraphemes: 20,
  /** UTF-16 units a nickname may have before it is even looked at. */
  nicknameUnits: 200,
  /** Students in one class, unless the teacher sets fewer. */
  studentsPerClass: 400,
  /** Students that one class has ever had: a program that joins and leaves for ever must come to an end. */
  identitiesPerClass: 1_500,
  /** Classes of one teacher that may be open (not ended) at once. */
  openClassesPerTeacher: 20,
  /** Owners of one class or group. */
  ownersPerClass: 8,
  /** Links of one class by which others help to lead it, and UTF-16 units of what one is called. */
  assistantsPerClass: 12,
  assistantNameUnits: 80,
  /** Groups of one teacher, archived ones included. */
  groupsPerTeacher: 100,
  /** Graphemes in the name of a group, and UTF-16 units it may have before it is even looked at. */
  groupNameGraphemes: 40,
  groupNameUnits: 400,
  /** UTF-16 units of a team's name. */
  teamNameUnits: 60,
  /** Steps that a lesson may have. */
  stepsPerLesson: 32,
  /** Graphemes in a message of a teacher's, and UTF-16 units it may have before it is even looked at. */
  messageGraphemes: 200,
  messageUnits: 2_000,
  /** Messages that are kept of one class. */
  messagesPerClass: 300,
  /** Moments of one class that teachers may have marked, and UTF-16 units of a note. */
  bookmarksPerClass: 200,
  /** Questions put to the vote. */
  votesPerClass: 100,
  /** Votes of the class's networks. */
  ensemblesPerClass: 20,
  /** Times that a class may be dealt values of one setting. */
  knobsPerClass: 20,
  /** Times that the class's networks may be averaged. */
  mergesPerClass: 8,
  /** Games of fooling the leader, and drawings that are tried in all of them. */
  foolsPerClass: 6,
  fooledPerClass: 10_000,
  /** Times that the class's networks may be asked what they have learned, and networks that are asked each time. */
  auditsPerClass: 8,
  networksPerAudit: 100,
  /** Times that a class may learn together in rounds. */
  roundsPerClass: 8,
  /** Times that a class may see what a gradient tells. */
  leaksPerClass: 4,
  /** Times that a class may be a network, and messages of one student's unit a second, and at once. */
  relaysPerClass: 8,
  unitsPerSecond: 20,
  unitBurst: 60,
  bookmarkNoteUnits: 200,
  /** Links by which a class may be looked at. */
  sharesPerClass: 12,
  /** Events in the history of one class. */
  eventsPerClass: 20_000,
  /** Points in one batch of a run. */
  pointsPerBatch: 64,
  /** Points that one run may have altogether. */
  pointsPerRun: 20_000,
  /** Optimiser steps of the longest run that an experiment can ask for: 60,000 examples, one by one, 100 times. */
  stepsPerRun: 6_000_000,
  /** Points of the largest set on the 2-D bench. */
  pointsOfBench: 20_000,
  /** Epochs that an experiment may ask for. */
  epochsPerRun: 100,
  /** Pictures of one kind that a report may count. */
  picturesCounted: 10_000,
  /** Findings of the training doctor in one report: whoever has more to say says the gravest. */
  findingsPerReport: 3,
  /** Points of one run that are read at once, for a look at it: evenly chosen where there are more. */
  pointsPerRead: 2_000,
  /** Runs of one student in one class. */
  runsPerStudent: 200,
  /** Times a second that a student's device may ask for rows of the class's product: a fast device is alone with all of them. */
  rowsPerSecond: 20,
  rowsBurst: 80,
  /** Batches a student may send a second (token bucket: sustained rate and burst, for catching up after a gap). */
  batchesPerSecond: 8,
  batchBurst: 400,
  /** Commands a client may send a second, and at once. */
  commandsPerSecond: 5,
  commandBurst: 20,
  /** Runs a client may open, list or read a second, and at once. */
  readsPerSecond: 4,
  readBurst: 60,
  /** Messages of any kind that one socket may send a second, and at once. */
  messagesPerSecond: 40,
  messageBurst: 800,
  /** Wrong codes from one address (a whole school) that are answered without delay: a second, and at once. */
  wrongCodesPerSecond: 5,
  wrongCodeBurst: 600,
  /** Snapshots of benches in one class, and UTF-16 units of a caption. */
  snapshotsPerClass: 40,
  snapshotCaptionUnits: 200,
  /** Calls for help, or offers of it, of one student in one class. */
  helpCallsPerStudent: 40,
  /** Milliseconds after the end of a class in which points of its runs still arrive. */
  catchUpMs: 10 * 60 * 1000,
  /** Bytes of one Socket.IO message. */
  messageBytes: 256 * 1024,
  /** Weights that a network may have. */
  weightsPerNetwork: 1_200_000,
  /** Bytes of one upload of weights (float32). */
  uploadBytes: 1_200_000 * 4,
  /** Largest absolute weight: no training ends with one, and with it no output of any network overflows. */
  largestWeight: 1e6,
  /** Arithmetic operations that checking one submission may take; the largest network that an experiment can ask for takes 49 billion. */
  operationsPerSubmission: 60e9,
  /** Those that training a run again may take: 784-128-10 up to 50,000 steps of 32 pictures, about ten seconds on the kernels. */
  operationsPerRepetition: 1e12,
  /** Those that the networks of a class may take to vote: some hundred dense ones, half a minute. */
  operationsPerEnsemble: 500e9,
  /** Bytes of weights that are averaged at once. */
  bytesPerAverage: 32 * 1024 * 1024,
  /** Bytes of submissions that wait to be checked, of one class and over all: they wait on disk. */
  bytesWaitingPerClass: 400 * 1024 * 1024,
  bytesWaiting: 1_500 * 1024 * 1024,
  /** Uploads that came to nothing (no network of this run, no numbers) which a student may send a second, and at once. */
  faultyUploadsPerSecond: 0.2,
  faultyUploadBurst: 12,
  /** Graphemes in a teacher's note or feedback about a run, and UTF-16 units it may have before it is even looked at. */
  remarkGraphemes: 600,
  remarkUnits: 1_000,
  /** Moments of one run that are kept with their weights, and the bytes of those of one run, one student and one class. Two of the largest network always fit. */
  checkpointsPerRun: 6,
  checkpointBytesPerRun: 2 * 1_200_000 * 4,
  checkpointBytesPerStudent: 16 * 1024 * 1024,
  checkpointBytesPerClass: 96 * 1024 * 1024,
  /** Bytes of the networks that one student has handed in, beside the one that counts, the best and the last. */
  networkBytesPerStudent: 16 * 1024 * 1024,
  /** Submissions of one student in one class. */
  submissionsPerStudent: 50,
  /** Milliseconds between two submissions of one student, and the most seconds that a room may make of them. */
  submissionIntervalMs: 3_000,
  coolDownSeconds: 600,
  /** Answers to a lesson's challenge that a student may hand in a second, and at once. */
  answersPerSecond: 0.5,
  answerBurst: 8,
  /** Answers of one student in one class. */
  answersPerStudent: 500,
  /** Answers that may wait to be checked, over all classes of a server. */
  answersWaiting: 1_000,
  /** Of one class: every student of the largest one. */
  answersWaitingPerClass: 400,
  /** Of one student. */
  answersWaitingPerStudent: 8,
  /** Choices that a prediction may have. */
  predictionChoices: 8,
  /** Rows of the board that a student or the projector receives (the own row comes besides). */
  boardRows: 20,
} as const;
