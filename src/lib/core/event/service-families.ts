import type { Family } from './family';

/** The lane of each AWS service, by its short name as it stands in event sources. */
const SERVICES: Readonly<Record<Family, string>> = {
  edge: `apigateway cloudfront elasticloadbalancing elb route53 route53domains route53resolver
    route53-recovery-control waf wafv2 waf-regional shield globalaccelerator appsync vpc-lattice
    directconnect appmesh networkmanager network-firewall servicediscovery networkmonitor
    internetmonitor vpn client-vpn transit-gateway mediatailor arc-zonal-shift`,
  compute: `lambda ec2 autoscaling application-autoscaling ecs eks batch fargate lightsail
    elasticbeanstalk apprunner sagemaker bedrock outposts imagebuilder compute-optimizer
    serverlessrepo robomaker gamelift workspaces appstream cloud9 parallelcluster pcs rekognition
    textract transcribe comprehend polly translate personalize forecast deepracer braket
    workspaces-web evs bedrock-agentcore apptest`,
  messaging: `sqs sns events pipes scheduler schemas states mq kafka kafkaconnect ses pinpoint
    connect chime appflow swf kinesis firehose kinesisvideo iot iotanalytics iotevents iotsitewise
    iotthingsgraph iotwireless iotfleetwise greengrass lex b2bi mediaconvert medialive mediastore
    mediapackage ivs workmail workmailmessageflow eventbridge mwaa airflow wickr sms-voice`,
  data: `dynamodb rds rds-data redshift redshift-data redshift-serverless elasticache memorydb
    neptune docdb athena glue databrew emr elasticmapreduce emr-serverless emr-containers opensearch
    opensearchserverless cloudsearch timestream qldb cassandra keyspaces dms lakeformation
    quicksight dax datapipeline datazone kinesisanalytics managedblockchain cleanrooms entityresolution
    finspace healthlake omics dsql timestream-influxdb dataexchange`,
  storage: `s3 s3express s3-outposts s3tables efs elasticfilesystem fsx backup backup-gateway glacier
    storagegateway datasync transfer snowball importexport ebs dlm s3-object-lambda drs rbin
    s3-control s3vectors`,
  delivery: `codepipeline codebuild codedeploy codecommit codeartifact codeconnections codestar
    codestar-connections codestar-notifications codecatalyst codeguru-reviewer cloudformation
    amplify amplifyuibuilder ecr ecr-public servicecatalog proton opsworks opsworks-cm sms mgn
    devicefarm appconfig github.com gitlab.com github gitlab circleci.com buildkite.com buildkite
    launchdarkly.com discovery mgh migrationhub`,
  alarms: `cloudwatch logs health xray synthetics rum evidently devops-guru trustedadvisor budgets ce
    cost-optimization-hub support internet-monitor oam aps grafana pi application-signals
    ssm-incidents ssm-contacts fis resiliencehub datadoghq.com pagerduty.com newrelic.com
    opsgenie.com signalfx.com servicequotas applicationinsights notifications chatbot freetier aiops
    datadog pagerduty newrelic`,
  identity: `iam sts signin sso identitystore sso-directory sso-oauth cognito-idp cognito-identity
    cognito-sync kms secretsmanager guardduty securityhub inspector macie detective access-analyzer
    config cloudtrail organizations controltower account ssm ssmmessages ssm-guiconnect acm acm-pca
    ds clouddirectory cloudhsm fms ram resource-groups tag auditmanager license-manager artifact
    securitylake verifiedpermissions rolesanywhere payment-cryptography resource-explorer-2
    cloudcontrolapi wellarchitected billing consolidatedbilling user-subscriptions auth0.com okta.com
    onelogin.com signer trustedadvisor-priority`,
};

/** The lane of each service that we know. */
export const SERVICE_FAMILIES: ReadonlyMap<string, Family> = new Map(
  (Object.entries(SERVICES) as [Family, string][]).flatMap(([family, names]) =>
    names.split(/\s+/).map((name): [string, Family] => [name, family]),
  ),
);
