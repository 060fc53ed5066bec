/** Every limit of the product in one place. Sizes in bytes or characters, times in seconds unless the name says otherwise. */
export const limits = {
  summaryCharacters: 2_000,
  /** Messages at the top of a conversation. */
  pinnedMessages: 3,
  /** Answers that go along when a message is moved to another conversation. */
  movedAtOnce: 50,
  messageCharacters: 10_000,
  titleCharacters: 150,
  shortTextCharacters: 2_000,
  longTextCharacters: 10_000,
  nameCharacters: 60,
  signInWordsCharacters: 24,
  passwordBytes: 256,
  passwordCharactersAtLeast: 8,
  /** A picture as it comes in. */
  pictureBytes: 10 * 1024 * 1024,
  picturePixels: 24_000_000,
  pictureSeconds: 20,
  /** Pictures that wait for the one that is being drawn. */
  picturesWaiting: 8,
  /** The longest side of what is kept, in pixels: the large one, and the one that stands in the conversation. */
  pictureSide: 1_600,
  pictureSmallSide: 960,
  pictureAltCharacters: 300,
  /** How long a picture lies there without a message that shows it. */
  pictureLoose: 3_600,
  /** How long a picture of a text is kept that neither the text nor a version or an edition of it holds. */
  documentPictureUnused: 30 * 86_400,
  /** Pictures that one text keeps at once, those of its versions and editions included. */
  documentPictures: 200,
  /** Texts of one group that keep an order, those directly beneath one of them, and how many levels they stand deep. */
  documentsInTree: 1_000,
  documentsUnderOne: 100,
  templatesInSpace: 40,
  /** Members that are chosen to read or write one text. */
  peopleOfText: 500,
  /** A leerplek's own list of difficult words: lines, characters of all of them, and of one. */
  plainWords: 500,
  plainWordsCharacters: 20_000,
  plainWordCharacters: 200,
  documentTreeLevels: 5,
  /** Texts that go to another group at once: one with those beneath it. */
  documentsMovedAtOnce: 50,
  /** How long a text lies in the trash before it is deleted. */
  documentTrash: 30 * 86_400,
  /** The form of a picture is read so far, so that one that is too large can be told so; what is beyond the picture is not kept. */
  pictureFormBytes: 40 * 1024 * 1024,
  /** A Word file, a page or Markdown that becomes a text, as it comes in. */
  documentFileBytes: 10 * 1024 * 1024,
  documentFileMs: 20_000,
  formBytes: 64 * 1024,
  signInFormBytes: 16 * 1024,
  liveEventBytes: 1024 * 1024,
  documentPushBytes: 256 * 1024,
  documentTransactionBytes: 100 * 1024,
  documentBytes: 8 * 1024 * 1024,
  documentNodes: 50_000,
  documentDepth: 32,
  documentClientsPerUpdate: 200,
  /** What an editor says that it has of a text; of one in which more sat down to write than fit in this, it says nothing and gets all of it. */
  stateVectorBytes: 64 * 1024,
  documentExamineMs: 250,
  documentQueue: 500,
  editorsPerDocument: 200,
  /** Proposals that wait for a decision: with one text, and of one person with it. */
  openProposals: 50,
  openProposalsOfOne: 5,
  replayFacts: 500,
  connectionsPerPerson: 10,
  connectionsPerAddress: 300,
  ownDevice: { idle: 30 * 86_400, absolute: 90 * 86_400 },
  ownDeviceStaff: { idle: 12 * 3_600, absolute: 7 * 86_400 },
  sharedDevice: { idle: 15 * 60, absolute: 4 * 3_600 },
  paperCode: 15 * 60,
  paperCodeTries: 5,
  emailCode: 10 * 60,
  /** Only says whose mailbox it is, so it may wait for the evening. */
  emailConfirmLink: 24 * 3_600,
  mailsPerAddressPerHour: 3,
  /** Each twice as long after the one before; then a letter is given up. */
  mailAttempts: 8,
  signInTries: { points: 10, seconds: 600 },
  signInTriesPerHour: { points: 25, seconds: 3_600 },
  /** Failed tries from one address, whoever is named. */
  signInTriesPerAddress: { points: 200, seconds: 3_600 },
  passwordQueue: 50,
  firstAdministratorLink: 24 * 3_600,
  invitation: 14 * 86_400,
  draftKept: 24 * 3_600,
  /** Name and phone of people without an account, after the activity that they came to. */
  guestDetailsKept: 30 * 86_400,
  /** That a letter went out, and to which address. Its text goes as soon as it is sent. */
  lettersKept: 30 * 86_400,
  /** How long a push service keeps news for a device that is off, and how often it is offered to the service. */
  pushKept: 86_400,
  pushAttempts: 6,
  /** How long a letter can be answered by mail. */
  replyAddressKept: 60 * 86_400,
  /** Of a mail that comes in, what is read: its text comes before what hangs on to it. */
  mailBytes: 10 * 1024 * 1024,
  /** Mails to one address, in a day, about answers that found no place: no more, so that two machines do not write to each other. */
  replyLettersPerDay: 5,
  decisionTakeBack: 10 * 60,
  /** A message that its author took back. */
  putBackWithin: 10 * 60,
  caseOwnerTerm: 24 * 3_600,
  /** Of a long text the beginning is kept as evidence. */
  evidenceCharacters: 20_000,
  /** How long what stands around a report stays open to who opened it. */
  lookIntoGroup: 3_600,
  appealTerm: 183 * 86_400,
  publicationNotice: 24 * 3_600,
  participantsAtLeast: 5,
  smallCell: 5,
  /** Per person or device, in a minute. */
  searches: 30,
  poolWaitMs: 5_000,
  pageSize: 50,
} as const;
