{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Resultados de la encuesta</h1>
<p class="lead">Solo donde respondieron cinco personas o más.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea cómo evaluaron su inducción quienes la terminaron. Las respuestas no llevan nombre, llegan mezcladas y por grupos, y pueden tardar hasta que haya suficientes. Los porcentajes se redondean de cinco en cinco: no siempre suman cien.</p></details>
<form method="get" class="filtros noimp" role="search" novalidate>
<div class="fila"><div class="campo"><label for="f-edicion">Edición</label><select id="f-edicion" name="edicion">{{#EDICIONES}}<option value="{{ID}}"{{#ELEGIDA}} selected{{/ELEGIDA}}>{{NOMBRE}}</option>{{/EDICIONES}}</select></div>
{{>CAMPO_REGION}}{{>CAMPO_ETAPA}}{{>CAMPO_FORMATO}}</div>
<button class="sec">Ver</button>
</form>
{{#PUEDE_PREGUNTAR}}<p class="noimp"><a href="/encuesta/preguntas">Cambiar las preguntas</a></p>
{{/PUEDE_PREGUNTAR}}{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Respuestas por pregunta</caption>
<thead><tr><th scope="col">Pregunta</th><th scope="col" class="num">Respuestas</th><th scope="col" class="num">Promedio</th><th scope="col">Reparto</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{NUMERO}}. {{TEXTO}} <span class="hint">Versión {{VERSION}}{{#HAY_ETAPA}} · {{ETAPA}}{{/HAY_ETAPA}}</span></th>
<td data-label="Respuestas" class="num">{{#HAY_N}}{{N:x-miles}}{{/HAY_N}}{{#NO_N}}menos de 5{{/NO_N}}</td>
<td data-label="Promedio" class="num">{{#HAY_MEDIA}}{{MEDIA}}{{/HAY_MEDIA}}{{#NO_MEDIA}}–{{/NO_MEDIA}}</td>
<td data-label="Reparto">{{#HAY_N}}{{#ESCALA}}1: {{C1}} %, 2: {{C2}} %, 3: {{C3}} %, 4: {{C4}} %, 5: {{C5}} %{{/ESCALA}}{{#SI_NO}}Sí: {{C1}} %{{/SI_NO}}{{/HAY_N}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Esta edición no tiene encuesta.</p></div>
{{/NO_FILAS}}{{#HAY_TEXTOS}}<h2>Qué mejorarían</h2>
<ul>
{{#TEXTOS}}<li>{{TEXTO}}</li>
{{/TEXTOS}}</ul>
{{/HAY_TEXTOS}}
