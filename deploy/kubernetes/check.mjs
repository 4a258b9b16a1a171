// Called by «check», beside the packages that it needs.
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import YAML from "yaml";

const require = createRequire(import.meta.url);

/** What is wrong with a manifest, as Kubernetes' schema and the references among the manifests have it. */
function faults(manifest, all) {
  const model = require("kubernetes-models/" + manifest.apiVersion)[manifest.kind];
  if (!model) return [`no ${manifest.apiVersion} ${manifest.kind}`];
  try {
    new model(structuredClone(manifest)).validate();
  } catch (e) {
    return [e.message];
  }
  const pod = manifest.spec?.template;
  return pod ? references(manifest, pod, all) : [];
}

function references(manifest, pod, all) {
  const found = [];
  const volumes = [...(pod.spec.volumes ?? []), ...(manifest.spec.volumeClaimTemplates ?? []).map(c => c.metadata)].map(v => v.name);
  const labels = pod.metadata.labels;
  const matches = selector => Object.entries(selector).every(([k, v]) => labels[k] === v);
  if (!matches(manifest.spec.selector.matchLabels)) found.push("its selector does not find its own pods");
  const has = (kind, name, key) => all.some(m => m.kind === kind && m.metadata.name === name && (!key || key in m.data));
  for (const {persistentVolumeClaim: claim} of pod.spec.volumes) {
    if (claim && !has("PersistentVolumeClaim", claim.claimName)) found.push(`no claim ${claim.claimName}`);
  }
  for (const c of pod.spec.containers) {
    const ports = c.ports.map(p => p.name);
    for (const probe of ["startupProbe", "livenessProbe", "readinessProbe"]) {
      if (!ports.includes(c[probe]?.httpGet.port)) found.push(`${c.name} has no ${probe} at a port of its own`);
    }
    for (const mount of c.volumeMounts) if (!volumes.includes(mount.name)) found.push(`no volume ${mount.name}`);
    for (const {valueFrom: from} of c.env) {
      const map = from?.configMapKeyRef;
      if (map && !has("ConfigMap", map.name, map.key)) found.push(`no ${map.key} in a config map ${map.name}`);
    }
    if (!c.resources?.limits?.memory) found.push(`${c.name} has no limit of memory`);
    if (!c.securityContext?.readOnlyRootFilesystem) found.push(`${c.name} may write its root`);
  }
  if (!all.some(m => m.kind === "PodDisruptionBudget" && matches(m.spec.selector.matchLabels))) found.push("no disruption budget");
  const service = all.find(m => m.kind === "Service" && m.metadata.name === manifest.spec.serviceName);
  if (!service || !matches(service.spec.selector)) found.push(`no service ${manifest.spec.serviceName} for its pods`);
  return found;
}

const text = readFileSync(process.argv[2], "utf8");
const parse = text => YAML.parseAllDocuments(text).map(d => d.toJS()).filter(Boolean);
const all = parse(text);
let wrong = 0;
for (const manifest of all) {
  const found = faults(manifest, all);
  wrong += found.length;
  console.log(`${found.length ? "FAULT" : "ok   "} ${manifest.kind} ${manifest.metadata.name} ${found.join("; ")}`);
}

// A check that finds nothing anywhere would be as green.
const spoilt = [
  ["readinessProbe:", "readynessProbe:"], ["replicas: 3", "replicas: three"], ["containerPort:", "port:"],
  ["maxUnavailable: 1", "maxUnavailable: [1]"], ["port: management", "port: managements"], ["mountPath: /tmp\n          name: tmp", "mountPath: /tmp\n          name: temp"],
  ["serviceName: api-nodes", "serviceName: api-node"], ["pathType: Prefix", "type: Prefix"], ["key: kafka-bootstrap-servers", "key: kafka"], ["claimName: chengnuo-evidence", "claimName: evidence"]];
for (const [right, spoiling] of spoilt) {
  const others = parse(text.replace(right, spoiling));
  if (!text.includes(right) || !others.some(m => faults(m, others).length)) {
    wrong++;
    console.log(`FAULT not seen: «${spoiling}» for «${right}»`);
  }
}
console.log(`${all.length} manifests, ${spoilt.length} spoilt ones, ${wrong} faults`);
process.exit(wrong ? 1 : 0);
