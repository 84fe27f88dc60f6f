/** Journeys as other programs write them: a Mermaid diagram, and CJML 2.0 with a planned and an actual journey. */

export const mermaid = `---
config: {}
---
%% a comment
journey
    title My working day
    section Go to work
      Make tea: 5: Me
      Go upstairs: 3: Me, Cat
    section Go home
      Sit down: 1.5
`;

export const cjml = `<?xml version="1.0"?>
<!-- Made by a tool -->
<CJML version="2.0">
  <plannedJourney><journeyID>PJ1</journeyID><actors><endUser actorID="U"/></actors>
    <touchpoints><plannedAction><touchpointID>T1</touchpointID><initiator><refersTo actorIDref="U"/><initiatorLabel>Thinks</initiatorLabel></initiator></plannedAction></touchpoints>
  </plannedJourney>
  <actualJourney>
    <journeyID>AJ1</journeyID><journeyTitle>Carl buys a book</journeyTitle><plannedReference>PJ1</plannedReference>
    <journeyPhases>
      <journeyPhase phaseID="P1"><phaseName>Before &amp; at</phaseName><phaseDescription>Looking</phaseDescription></journeyPhase>
      <journeyPhase phaseID="P2"><phaseName>After</phaseName></journeyPhase>
    </journeyPhases>
    <journeyShortSummary>Short</journeyShortSummary>
    <actors>
      <endUser actorID="Carl"><actorName>Carl</actorName></endUser>
      <serviceProvider actorID="Company A"><companyName>Bookis</companyName></serviceProvider>
    </actors>
    <touchpoints>
      <actualCommunicationPoint>
        <touchpointID>T1</touchpointID><belongsTo phaseIDref="P1"/><compliance>completed</compliance>
        <initiator><refersTo actorIDref="Carl"/><initiatorLabel>Creates an account</initiatorLabel></initiator>
        <receiver><refersTo actorIDref="Bookis"/><receiverLabel>Account registered</receiverLabel></receiver>
        <channel><channelName>Web</channelName></channel>
        <timestamps><timeStarted>2025-03-01T10:00:00Z</timeStarted><timeCompleted>2025-03-01T10:05:00Z</timeCompleted></timestamps>
        <touchpointExperience><experienceDescription>Easy</experienceDescription><experienceRating>4</experienceRating></touchpointExperience>
        <uncertainty>0.2</uncertainty>
      </actualCommunicationPoint>
      <actualCommunicationPoint>
        <touchpointID>T2</touchpointID><belongsTo phaseIDref="P2"/><compliance>missing</compliance>
        <initiator><refersTo actorIDref="Company A"/><initiatorLabel>Sends the receipt</initiatorLabel></initiator>
        <receiver><refersTo actorIDref="Carl"/><receiverLabel>Gets the receipt</receiverLabel></receiver>
        <channel><channelName>E-mail</channelName></channel>
      </actualCommunicationPoint>
      <actualAction>
        <touchpointID>D3</touchpointID><belongsTo phaseIDref="P2"/>
        <initiator><refersTo actorIDref="Carl"/><initiatorLabel>Reads</initiatorLabel></initiator>
        <comment>All night</comment>
      </actualAction>
      <actualAction>
        <touchpointID>T4</touchpointID><compliance>failing</compliance>
        <initiator><refersTo actorIDref="Company A"/><initiatorLabel>Packs</initiatorLabel></initiator>
      </actualAction>
    </touchpoints>
  </actualJourney>
</CJML>`;
