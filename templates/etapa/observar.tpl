{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Observar: {{ETAPA}}</h1>
<p class="lead">{{NOMBRE}} · {{DOCUMENTO}} · {{PUESTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Devuelva la etapa a la oficina de recursos humanos con lo que debe corregir. La verá en su inicio, la corrige y la vuelve a enviar; usted la encontrará otra vez en la revisión.</p></details>
<dl class="ficha">
<div><dt>Estado</dt><dd><span class="est {{VISIBLE}}">{{VISIBLE:x-palabra}}</span></dd></div>
<div><dt>Ingreso</dt><dd>{{FECHA_INGRESO:x-largo}}</dd></div>
{{#HAY_FECHA_FIN}}<div><dt>Culminó</dt><dd>{{FECHA_FIN:x-largo}}</dd></div>
{{/HAY_FECHA_FIN}}<div><dt>Plazo</dt><dd>Hasta el {{FECHA_LIMITE:x-largo}}</dd></div>
{{#HAY_MOTIVO}}<div><dt>Motivo registrado</dt><dd>{{MOTIVO}}</dd></div>
{{/HAY_MOTIVO}}</dl>
{{#OBSERVABLE}}{{#VALIDADA}}<div class="alerta"><p>SERVIR ya validó esta etapa. Si la devuelve, deja de contar como validada hasta que la ORH la corrija y se valide otra vez. La validación anterior y su motivo quedan en el historial.</p></div>
{{/VALIDADA}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_MOTIVO}}
{{#VALIDADA}}{{>CAMPO_REABRIR}}{{/VALIDADA}}
<div class="acc"><button{{#VALIDADA}} class="peligro"{{/VALIDADA}}>Devolver a la ORH</button> <a href="/servir/revision">Cancelar</a></div>
</form>
{{/OBSERVABLE}}{{#NO_OBSERVABLE}}<div class="nota"><p>Esta etapa ya no espera revisión. <a href="/servir/revision">Volver a la revisión</a></p></div>
{{/NO_OBSERVABLE}}{{#HAY_DECISIONES}}<h2>Qué pasó con esta etapa</h2>
<ul>
{{#DECISIONES}}<li>{{QUE}}{{#HAY_DICHO}}: {{DICHO}}{{/HAY_DICHO}} <span class="hint">({{CUANDO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}})</span></li>
{{/DECISIONES}}</ul>
{{/HAY_DECISIONES}}
