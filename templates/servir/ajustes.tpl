{{%AUTOESCAPE context="HTML"}}
<h1>Ajustes del portal</h1>
<p class="lead">Los plazos y límites con que trabaja el portal. No son normas: son decisiones de SERVIR que se pueden cambiar.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea qué valor tiene cada ajuste, quién lo cambió y cuándo. Al cambiar uno, rige desde ese momento para todos. Cada ajuste acepta solo valores dentro de sus límites, y sus valores anteriores quedan en su historial.</p></details>
{{#FILAS}}{{#ABRE}}<h2>{{GRUPO}}</h2>
<table class="apila">
<caption class="vh">{{GRUPO}}</caption>
<thead><tr><th scope="col">Ajuste</th><th scope="col">Valor</th><th scope="col">Último cambio</th></tr></thead>
<tbody>
{{/ABRE}}<tr><th scope="row"><a href="/servir/ajuste?codigo={{CODIGO:url_query_escape}}">{{DESCRIPCION}}</a></th>
<td data-label="Valor">{{#HAY_VALOR}}<strong>{{VALOR}}</strong>{{/HAY_VALOR}}{{#NO_VALOR}}<span class="hint">Vacío</span>{{/NO_VALOR}}</td>
<td data-label="Último cambio">{{#HAY_CUANDO}}{{CUANDO}}{{#HAY_QUIEN}}, {{QUIEN}}{{/HAY_QUIEN}}{{/HAY_CUANDO}}{{#NO_CUANDO}}<span class="hint">Como vino</span>{{/NO_CUANDO}}</td></tr>
{{#CIERRA}}</tbody>
</table>
{{/CIERRA}}{{/FILAS}}
