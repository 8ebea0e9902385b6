export { type Scenario, type ScenarioName, SCENARIOS } from '$lib/source/demo/scenarios';
