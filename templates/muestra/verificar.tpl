{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Verificar: {{ETAPA}}</h1>
<p class="lead">{{NOMBRE}} · {{DOCUMENTO}} · {{ENTIDAD}}. N.° {{ORDEN}} de {{TAMANO}} de la muestra <a href="/muestra/{{MUESTRA_ID}}/ficha">{{MUESTRA}}</a></p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Compare las fechas y la evidencia con lo que la etapa dice, y anote si es conforme. Al guardar pasa a la siguiente. La etapa no cambia: si debe corregirse, obsérvela aparte.</p></details>
<dl class="ficha">
<div><dt>Estado</dt><dd><span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span></dd></div>
<div><dt>Ingreso</dt><dd>{{FECHA_INGRESO:x-largo}}</dd></div>
{{#HAY_FECHA_INICIO}}<div><dt>Empezó</dt><dd>{{FECHA_INICIO:x-largo}}</dd></div>
{{/HAY_FECHA_INICIO}}{{#HAY_FECHA_FIN}}<div><dt>Culminó</dt><dd>{{FECHA_FIN:x-largo}}</dd></div>
{{/HAY_FECHA_FIN}}<div><dt>Plazo</dt><dd>Hasta el {{FECHA_LIMITE:x-largo}}</dd></div>
{{#HAY_RAREZA}}<div><dt>Llama la atención</dt><dd>{{RAREZA}}</dd></div>
{{/HAY_RAREZA}}{{#HAY_MOTIVO}}<div><dt>Motivo registrado</dt><dd>{{MOTIVO}}</dd></div>
{{/HAY_MOTIVO}}{{#HAY_QUIEN}}<div><dt>Verificada</dt><dd>{{CUANDO}}, por {{QUIEN}}</dd></div>
{{/HAY_QUIEN}}</dl>
<h2>Evidencias</h2>
{{#ARCHIVOS}}<p><a href="/evidencia/{{ID}}/archivo">{{#FOTO}}<img src="/evidencia/{{ID}}/archivo" loading="lazy" decoding="async" width="320" height="240" alt="Foto: {{NOMBRE}}">{{/FOTO}}{{#NO_FOTO}}PDF: {{NOMBRE}}{{/NO_FOTO}}</a> <span class="hint">{{KB:x-miles}} KB, {{CUANDO}}</span></p>
{{/ARCHIVOS}}{{#NO_ARCHIVOS}}<p>No hay evidencias de esta etapa.</p>
{{/NO_ARCHIVOS}}<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_VERSION}}
{{>CAMPO_RESULTADO}}
{{>CAMPO_NOTA}}
<div class="acc"><button>Guardar y seguir</button> <a href="/muestra/{{MUESTRA_ID}}/ficha">Volver a la muestra</a></div>
</form>
<p class="noimp"><a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha de la persona</a></p>
