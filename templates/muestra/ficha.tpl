{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Muestra: {{NOMBRE}}</h1>
<p class="lead">{{TAMANO}} de {{POBLACION:x-miles}} {{POBLACION:x-segun=etapa/etapas}}, por sorteo.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Verifique cada etapa de la muestra y vea el resultado. La semilla y la huella de abajo bastan para repetir el sorteo dentro o fuera del portal.</p></details>
<p class="noimp"><a href="/muestra/{{ID}}/comprobar">Repetir el sorteo</a> · <a href="/muestra/{{ID}}/ficha?vista=imprimir">Imprimir</a> · <a href="/muestra/{{ID}}/descargar">Descargar (CSV)</a> · <a href="/muestra/lista">Todas las muestras</a></p>
{{#PUEDE_VERIFICAR}}{{#HAY_SIGUIENTE}}<div class="acc"><a class="btn" href="/muestra/verificar/{{SIGUIENTE}}">Verificar la que sigue</a></div>
{{/HAY_SIGUIENTE}}{{/PUEDE_VERIFICAR}}<h2>Resultado</h2>
<dl class="ficha">
<div><dt>Verificadas</dt><dd>{{VERIFICADAS}} de {{TAMANO}}; faltan {{FALTAN}}</dd></div>
<div><dt>Conformes</dt><dd>{{CONFORMES}}</dd></div>
<div><dt>No conformes</dt><dd>{{NO_CONFORMES}}{{#CON_VERIFICADAS}}, el {{POR_CIENTO}} % de las verificadas{{/CON_VERIFICADAS}}</dd></div>
{{#CON_VERIFICADAS}}<div><dt>En toda la población</dt><dd>Entre {{INTERVALO}} no conformes, con 95 % de confianza (intervalo de Wilson)</dd></div>
{{/CON_VERIFICADAS}}</dl>
<h2>Cómo se sorteó</h2>
<dl class="ficha">
<div><dt>De dónde</dt><dd>{{ESTADO}} que culminaron del {{DESDE}} al {{HASTA}}{{#HAY_ETAPA}}; {{ETAPA}}{{/HAY_ETAPA}}{{#HAY_NIVEL}}; nivel {{NIVEL}}{{/HAY_NIVEL}}{{#HAY_REGION}}; región {{REGION}}{{/HAY_REGION}}</dd></div>
<div><dt>Sorteada</dt><dd>{{CUANDO}}{{#HAY_QUIEN}}, por {{QUIEN}}{{/HAY_QUIEN}}</dd></div>
<div><dt>Semilla</dt><dd><code>{{SEMILLA}}</code></dd></div>
<div><dt>Huella de la población</dt><dd><code>{{HUELLA}}</code></dd></div>
</dl>
<details><summary>Cómo repetir el sorteo fuera del portal</summary>
<p>Cada etapa tiene un número. A cada una le toca el SHA-256, en hexadecimal, del texto «semilla:número». Ordenadas por ese valor, las {{TAMANO}} primeras son la muestra. La huella es el SHA-256 de todos los números, de menor a mayor, separados por comas. <a href="/muestra/{{ID}}/descargar?que=poblacion">Descargar los números de la población (CSV)</a></p></details>
<h2>Las etapas</h2>
<table class="apila">
<caption class="vh">Etapas de la muestra en el orden del sorteo</caption>
<thead><tr><th scope="col" class="num">N.°</th><th scope="col">Persona</th><th scope="col">Etapa</th><th scope="col">Resultado</th></tr></thead>
<tbody>
{{#ETAPAS}}<tr><td data-label="N.°" class="num">{{ORDEN}}</td>
<th scope="row">{{#PUEDE_VERIFICAR}}<a href="/muestra/verificar/{{ID}}">{{NOMBRE}}</a>{{/PUEDE_VERIFICAR}}{{#NO_PUEDE_VERIFICAR}}<a href="/etapa/{{ETAPA_ID}}/evidencia">{{NOMBRE}}</a>{{/NO_PUEDE_VERIFICAR}} <span class="hint">{{ENTIDAD}}</span></th>
<td data-label="Etapa">{{ETAPA}} <span class="hint">N.° {{ETAPA_ID}}{{#HAY_FECHA_FIN}}, culminó el {{FECHA_FIN}}{{/HAY_FECHA_FIN}}; sorteo {{SORTEO}}…</span></td>
<td data-label="Resultado"><span class="est {{RESULTADO}}">{{PALABRA}}</span>{{#HAY_NOTA}} {{NOTA}}{{/HAY_NOTA}}{{#HAY_QUIEN}} <span class="hint">{{QUIEN}}, {{CUANDO}}</span>{{/HAY_QUIEN}}</td></tr>
{{/ETAPAS}}</tbody>
</table>
