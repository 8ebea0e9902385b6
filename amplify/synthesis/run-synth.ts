/**
 * Synthesises the backend into the folder that `CDK_OUTDIR` names, and has it checked against the AwsSolutions rules
 * of cdk-nag: what they find is in `validation-report.json` there, and is judged by who reads it. A process of its
 * own: Amplify's backend is made by being imported, once in a process.
 */
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { backend } from '../backend';

const app = backend.stack.node.root as App;
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
