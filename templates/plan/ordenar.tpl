{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Ordenar o quitar actividades</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Suba o baje cada actividad dentro de su etapa. Puede quitar las de su entidad y las opcionales de SERVIR; las demás de SERVIR se quedan.</p></details>
{{#HAY_FILAS}}<form method="post" novalidate>
{{>CSRF}}
<table class="apila">
<caption class="vh">Actividades del borrador en su orden</caption>
<thead><tr><th scope="col">Actividad</th><th scope="col">Etapa</th><th scope="col">Mover</th><th scope="col">Quitar</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{TITULO}} <span class="hint">{{CUANDO}}</span></th>
<td data-label="Etapa">{{ETAPA_NOMBRE}}</td>
<td data-label="Mover"><button class="enl" name="sube" value="{{ID}}">Subir<span class="vh">: {{TITULO}}</span></button> <button class="enl" name="baja" value="{{ID}}">Bajar<span class="vh">: {{TITULO}}</span></button></td>
<td data-label="Quitar">{{#QUITABLE}}<button class="enl" name="quita" value="{{ID}}">Quitar<span class="vh">: {{TITULO}}</span></button>{{/QUITABLE}}{{#NO_QUITABLE}}<span class="hint">De SERVIR</span>{{/NO_QUITABLE}}</td></tr>
{{/FILAS}}</tbody>
</table>
</form>
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>El borrador no tiene actividades.</p></div>
{{/NO_FILAS}}<div class="acc"><a class="btn" href="{{VUELVE}}">Volver al borrador</a></div>
