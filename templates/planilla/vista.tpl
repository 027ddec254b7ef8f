{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Planilla «{{NOMBRE}}»</h1>
{{#DESHECHA}}<div class="nota"><p>Esta planilla se deshizo. Puede corregir su archivo y <a href="/planilla/subir">subirlo otra vez</a>.</p></div>
{{/DESHECHA}}{{#ARCHIVADA}}<div class="nota"><p>Las filas de esta planilla se borraron por su antigüedad, y ya no se puede deshacer. Las personas que registró siguen en su entidad.</p></div>
{{/ARCHIVADA}}{{#POR_MAPEAR}}<div class="nota"><p>Falta decir qué es cada columna.</p></div>
<div class="acc"><a class="btn" href="/planilla/{{ID}}/columnas">Elegir las columnas</a></div>
{{/POR_MAPEAR}}{{#TRABAJA}}<div class="nota" role="status"><h2>{{#LEYENDO}}Leyendo la planilla{{/LEYENDO}}{{#REGISTRANDO}}Registrando{{/REGISTRANDO}}</h2>
{{#LEYENDO}}<p>Leídas <strong>{{TOTAL:x-miles}}</strong> de {{FILAS:x-miles}} filas; después se comprueban. Todavía no se registra nada.</p>
<progress value="{{TOTAL}}" max="{{FILAS}}" aria-label="Filas leídas"></progress>
{{/LEYENDO}}{{#REGISTRANDO}}<p>Registradas <strong>{{REGISTRADAS:x-miles}}</strong>, actualizadas {{CAMBIADAS:x-miles}}; faltan {{POR_ACEPTAR:x-miles}}.</p>
<progress value="{{REGISTRADAS}}" max="{{TOTAL}}" aria-label="Personas registradas"></progress>
{{/REGISTRANDO}}<p>Puede cerrar esta página y volver más tarde. Se actualiza sola cada 5 segundos.</p></div>
<div class="acc"><a class="btn sec" href="/planilla/{{ID}}/vista">Actualizar</a></div>
<form method="post" novalidate>{{>CSRF}}<input type="hidden" name="accion" value="seguir"><p class="hint">¿No avanza? <button class="enlace">Pedir que siga</button></p></form>
{{/TRABAJA}}{{#ABIERTA}}<p class="lead"><strong>{{ENTRAN:x-miles}}</strong> entran, <strong>{{POR_CORREGIR:x-miles}}</strong> por corregir, <strong>{{YA_ESTABAN:x-miles}}</strong> ya estaban, <strong>{{CAMBIAN:x-miles}}</strong> cambian.</p>
{{/ABIERTA}}<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Revise qué entrará. Acepte lo que está bien: se registra todo junto. Lo que falta queda esperando; corríjalo aquí o descárguelo con sus observaciones. Una persona que ya estaba no se duplica.</p></details>
{{#HAY_AVISO}}<div class="nota"><p>{{AVISO}}</p></div>
{{/HAY_AVISO}}{{#HAY_SALTADAS}}<div class="nota"><p>Estas filas no parecen de una persona y no se leyeron: {{SALTADAS}}{{#SALTARON_MAS}} y otras más{{/SALTARON_MAS}}.</p></div>
{{/HAY_SALTADAS}}{{#NADA_NUEVO}}<div class="listo" role="status"><h2>No hay nada pendiente</h2><p>Esta planilla registró a {{REGISTRADAS:x-miles}} {{REGISTRADAS:x-segun=persona/personas}} y actualizó a {{CAMBIADAS:x-miles}}; {{YA_ESTABAN:x-miles}} ya estaban, sin cambio.</p></div>
{{/NADA_NUEVO}}{{#SE_ACEPTA}}<form method="post" novalidate>{{>CSRF}}<input type="hidden" name="accion" value="aceptar">
<div class="acc"><button>Aceptar lo que está bien ({{POR_ACEPTAR:x-miles}})</button></div></form>
{{/SE_ACEPTA}}{{#SE_CORRIGE}}<h2>Por corregir</h2>
<p>Solo se muestran los datos que hay que corregir. Descargue estas filas con sus observaciones: <a href="/planilla/{{ID}}/descargar">Excel</a>, <a href="/planilla/{{ID}}/descargar?formato=csv">CSV</a>.{{#DESCARGA_PARTE}} El archivo lleva las primeras 10,000: corríjalas, súbalas y descargue las que siguen.{{/DESCARGA_PARTE}}</p>
{{#MAS_POR_CORREGIR}}<p class="hint">Son las primeras; al guardarlas aparecerán las siguientes.</p>
{{/MAS_POR_CORREGIR}}<form method="post" novalidate>
{{>CSRF}}<input type="hidden" name="accion" value="{{#AL_GUARDAR}}registrar{{/AL_GUARDAR}}{{#NO_AL_GUARDAR}}corregir{{/NO_AL_GUARDAR}}">
{{#CORRIGE}}<fieldset><legend>Fila {{NUMERO}}: {{PERSONA}}</legend>
{{#CELDAS}}<div class="campo mal">
<label for="{{NAME}}">{{TITULO}}<span class="vh">, fila {{NUMERO}}</span></label>
<div id="{{NAME}}-d"><p class="err"><span class="vh">Error: </span>{{CAUSA}}. {{REMEDIO}}</p></div>
<input type="text" id="{{NAME}}" name="{{NAME}}" value="{{VALOR}}" class="w20" maxlength="500" aria-describedby="{{NAME}}-d" aria-invalid="true" autocomplete="off">
</div>
{{/CELDAS}}</fieldset>
{{/CORRIGE}}<div class="acc">{{#AL_GUARDAR}}<button>Guardar y registrar</button>{{/AL_GUARDAR}}{{#NO_AL_GUARDAR}}<button class="sec">Guardar las correcciones</button>{{/NO_AL_GUARDAR}}</div>
</form>
{{/SE_CORRIGE}}<h2>{{VIENDO}}</h2>
<ul class="cifras">
<li><a href="/planilla/{{ID}}/vista?ver=ENTRA"><b>{{ENTRAN:x-miles}}</b> entran</a></li>
<li><a href="/planilla/{{ID}}/vista?ver=CAMBIA"><b>{{CAMBIAN:x-miles}}</b> cambian</a></li>
<li><a href="/planilla/{{ID}}/vista?ver=YA_ESTABA"><b>{{YA_ESTABAN:x-miles}}</b> ya estaban</a></li>
<li><a href="/planilla/{{ID}}/vista?ver=REGISTRADA"><b>{{REGISTRADAS:x-miles}}</b> registradas</a></li>
<li><a href="/planilla/{{ID}}/vista?ver=CAMBIADA"><b>{{CAMBIADAS:x-miles}}</b> actualizadas</a></li>
</ul>
{{#HAY_FILAS}}<table class="apila">
<caption class="vh">{{VIENDO}}</caption>
<thead><tr><th scope="col">Persona</th><th scope="col" class="num">Fila</th><th scope="col">Documento</th><th scope="col">Puesto</th><th scope="col">Qué notamos</th></tr></thead>
<tbody>
{{#FILAS}}<tr>
<th scope="row">{{#HAY_VINCULO_ID}}<a href="/servidor/{{VINCULO_ID}}/ficha">{{PERSONA}}</a>{{/HAY_VINCULO_ID}}{{#NO_VINCULO_ID}}{{PERSONA}}{{/NO_VINCULO_ID}}</th>
<td data-label="Fila" class="num">{{NUMERO}}</td>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="Puesto">{{PUESTO}}</td>
<td data-label="Qué notamos">{{DETALLE}}</td>
</tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<p>Ninguna fila.</p>
{{/NO_FILAS}}<p class="hint">Subida el {{CREADO}}: {{TOTAL:x-miles}} {{TOTAL:x-segun=fila/filas}}, {{FORMATO}}.{{#HAY_IGNORADAS}} Columnas que no se usaron: {{IGNORADAS}}.{{/HAY_IGNORADAS}}</p>
{{#SE_ELIGE_AQUI}}<p>{{#RECORDADAS}}Se usaron las columnas que su entidad eligió antes para estos títulos. {{/RECORDADAS}}<a href="/planilla/{{ID}}/columnas">Cambiar qué es cada columna</a></p>
{{/SE_ELIGE_AQUI}}{{#SE_DESHACE}}<p><a href="/planilla/{{ID}}/deshacer">Deshacer esta planilla</a> <span class="hint">Sus filas se guardan hasta el {{HASTA}}; después no se puede deshacer.</span></p>
{{/SE_DESHACE}}
