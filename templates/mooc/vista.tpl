{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Resultados: «{{NOMBRE}}»</h1>
{{#DESHECHA}}<div class="nota"><p>Esta carga se deshizo. Puede <a href="/mooc/cargar">subir el archivo otra vez</a>.</p></div>
{{/DESHECHA}}{{#FALLIDA}}<div class="alerta"><h2>No se pudo traer de Moodle</h2><p>{{ERROR}}</p><p>Nada cambió en el portal. <a href="/mooc/{{CURSO_ID}}/traer">Intentar otra vez</a></p></div>
{{/FALLIDA}}{{#EN_CURSO}}<div class="nota"><p>Se está trayendo de Moodle: faltan {{PENDIENTES:x-miles}} de {{TOTAL:x-miles}} personas. <a href="/mooc/{{CURSO_ID}}/traer">Ver el avance</a></p></div>
{{/EN_CURSO}}{{#CUENTAN}}<p class="lead"><strong>{{APRUEBAN:x-miles}}</strong> aprueban, <strong>{{NO_APRUEBAN:x-miles}}</strong> no aprueban, <strong>{{SIN_COINCIDENCIA:x-miles}}</strong> sin coincidencia, <strong>{{YA_ESTABAN:x-miles}}</strong> ya estaban, <strong>{{OTRA_NOTA:x-miles}}</strong> con otra nota.</p>
{{/CUENTAN}}<p>{{CURSO}}: {{REGLAS}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Revise qué entrará y acepte: se registra todo junto, y quien aprueba culmina su etapa A. Las filas sin coincidencia esperan: escriba el documento de la persona, confirme la sugerida o déjela de lado. Un correo igual solo sugiere; nunca identifica.</p></details>
{{#NADA_NUEVO}}<div class="listo" role="status"><h2>No hay nada por aceptar</h2><p>Esta carga registró a {{ACEPTADAS:x-miles}} {{ACEPTADAS:x-segun=persona/personas}}, {{ACEPTADAS_APRUEBAN:x-miles}} de ellas aprobadas; {{YA_ESTABAN:x-miles}} ya estaban, sin cambio.</p></div>
{{/NADA_NUEVO}}{{#SE_ACEPTA}}<form method="post" novalidate>{{>CSRF}}<input type="hidden" name="accion" value="aceptar">
<div class="acc"><button>Aceptar los resultados ({{POR_ACEPTAR:x-miles}})</button></div></form>
{{/SE_ACEPTA}}{{#SE_DESCARGA}}<p><a href="/mooc/{{ID}}/descargar">Descargar lo que espera, con sus observaciones</a></p>
{{/SE_DESCARGA}}{{#SE_EMPAREJA}}<h2>Sin coincidencia</h2>
{{#MAS_EN_BANDEJA}}<p class="hint">Son las primeras; al guardarlas aparecerán las siguientes.</p>
{{/MAS_EN_BANDEJA}}<form method="post" novalidate>
{{>CSRF}}<input type="hidden" name="accion" value="bandeja">
{{#BANDEJA}}<fieldset><legend>Fila {{NUMERO}}: {{PERSONA}}</legend>
<p>{{DATOS}}</p>
<p class="hint">{{CAUSA}}.{{#HAY_SUGERIDA}} En el portal: {{SUGERIDA}}.{{/HAY_SUGERIDA}}</p>
<div class="fila"><div class="campo"><label for="{{DOC}}">Documento de la persona<span class="vh">, fila {{NUMERO}}</span></label>
<input type="text" id="{{DOC}}" name="{{DOC}}" value="{{VALOR}}" class="w10" maxlength="30" autocomplete="off"></div>
<div class="campo"><label for="{{QUE}}">O decida<span class="vh">, fila {{NUMERO}}</span></label>
<select id="{{QUE}}" name="{{QUE}}"><option value="">Que espere</option>{{#HAY_SUGERIDA}}<option value="CONFIRMAR"{{#ELIGE_CONFIRMAR}} selected{{/ELIGE_CONFIRMAR}}>Es la persona sugerida</option>{{/HAY_SUGERIDA}}<option value="DEJAR"{{#ELIGE_DEJAR}} selected{{/ELIGE_DEJAR}}>Dejarla de lado</option></select></div></div>
</fieldset>
{{/BANDEJA}}<div class="acc"><button class="sec">Guardar la bandeja</button></div>
</form>
{{/SE_EMPAREJA}}<h2>{{VIENDO}}</h2>
<ul class="cifras">
<li><a href="/mooc/{{ID}}/vista?ver=APRUEBA"><b>{{APRUEBAN:x-miles}}</b> aprueban</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=NO_APRUEBA"><b>{{NO_APRUEBAN:x-miles}}</b> no aprueban</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=OTRA_NOTA"><b>{{OTRA_NOTA:x-miles}}</b> con otra nota</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=YA_ESTABA"><b>{{YA_ESTABAN:x-miles}}</b> ya estaban</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=SIN_RESULTADO"><b>{{SIN_RESULTADO:x-miles}}</b> todavía sin resultado</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=SIN_COINCIDENCIA"><b>{{SIN_COINCIDENCIA:x-miles}}</b> sin coincidencia</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=POR_CORREGIR"><b>{{POR_CORREGIR:x-miles}}</b> por corregir en el archivo</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=REPETIDA"><b>{{REPETIDAS:x-miles}}</b> repetidas</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=ACEPTADA"><b>{{ACEPTADAS:x-miles}}</b> registradas</a></li>
<li><a href="/mooc/{{ID}}/vista?ver=DEJADA"><b>{{DEJADAS:x-miles}}</b> dejadas de lado</a></li>
</ul>
{{#HAY_FILAS}}<table class="apila">
<caption class="vh">{{VIENDO}}</caption>
<thead><tr><th scope="col">Persona</th><th scope="col" class="num">Fila</th><th scope="col">Documento</th><th scope="col">Resultado</th><th scope="col">Qué notamos</th></tr></thead>
<tbody>
{{#FILAS}}<tr>
<th scope="row">{{#HAY_VINCULO_ID}}<a href="/servidor/{{VINCULO_ID}}/ficha">{{PERSONA}}</a>{{/HAY_VINCULO_ID}}{{#NO_VINCULO_ID}}{{PERSONA}}{{/NO_VINCULO_ID}}</th>
<td data-label="Fila" class="num">{{NUMERO}}</td>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="Resultado">{{RESULTADO}}{{#HAY_NOTA}} con {{NOTA}}{{/HAY_NOTA}}{{#HAY_FECHA}}, {{FECHA}}{{/HAY_FECHA}}</td>
<td data-label="Qué notamos">{{DETALLE}}{{#HAY_ANTES}}Tenía: {{ANTES}}{{/HAY_ANTES}}</td>
</tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<p>Ninguna fila.</p>
{{/NO_FILAS}}<p class="hint">Por {{FUENTE}}, el {{CREADO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}: {{TOTAL:x-miles}} {{TOTAL:x-segun=fila/filas}}{{#HAY_FORMATO}}, {{FORMATO}}{{/HAY_FORMATO}}.{{#HAY_IGNORADAS}} Columnas que no se usaron: {{IGNORADAS}}.{{/HAY_IGNORADAS}}</p>
{{#SE_DESHACE}}<p><a href="/mooc/{{ID}}/deshacer">Deshacer esta carga</a></p>
{{/SE_DESHACE}}
